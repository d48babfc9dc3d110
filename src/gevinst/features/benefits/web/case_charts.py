"""The charts of a business case's text, each with its table, for `benefits/case_charts.html`."""

from __future__ import annotations

from functools import lru_cache

from gevinst.features.benefits.charts.case_chart import CaseChart
from gevinst.features.benefits.charts.of_case import charts_of
from gevinst.features.benefits.publishing.words import language
from gevinst.features.benefits.queries.published import known, readings

KEPT = 256


def case_charts(text: str) -> tuple[CaseChart, ...]:
    """The charts of a case file in the language in force; none where the file has faults."""
    return _drawn(text, language())


@lru_cache(maxsize=KEPT)
def _drawn(text: str, _language: str) -> tuple[CaseChart, ...]:
    found = known(text)
    return () if found is None else tuple(charts_of(found.case, readings(text)))
