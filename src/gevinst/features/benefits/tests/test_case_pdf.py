"""The published case and the memo as PDF: tagged, titled, in Danish, and the same each time."""

from __future__ import annotations

import re
from datetime import UTC, datetime

import pytest
import typst

from gevinst.engines.businesscase.cases import shipped
from gevinst.features.benefits.charts.of_case import charts_of
from gevinst.features.benefits.queries import published as queries
from gevinst.features.benefits.reporting.case_pdf import (
    memo_pages,
    memo_pdf,
    published_pages,
    published_pdf,
)
from gevinst.features.benefits.reporting.memo_parts import memo_report
from gevinst.features.benefits.reporting.published_parts import published_report
from gevinst.features.benefits.reporting.told import CaseTold
from gevinst.features.benefits.reporting.typesetting import pdf
from gevinst.features.benefits.tests.published_example import IGA

AT = datetime(2026, 11, 22, 12, tzinfo=UTC)
BARE = IGA[: IGA.index("risks:")].replace("readings: [residual]", "readings: []")
MADE = {"published": published_pdf, "memo": memo_pdf}


def told(text: str = IGA) -> CaseTold:
    known = queries.known(text)
    assert known is not None
    return CaseTold(
        known.case,
        known.told,
        queries.readings(text),
        queries.proof(text).figures,
        queries.notes(text),
    )


@pytest.mark.parametrize("kind", MADE)
def test_the_file_is_tagged_titled_and_in_danish(kind: str) -> None:
    content = MADE[kind](told(), AT)
    assert content.startswith(b"%PDF")
    assert b"/StructTreeRoot" in content
    assert b"pdfuaid" in content
    assert b"Integreret brugerstyring" in content
    assert re.search(rb"/Lang ?\(da", content)


@pytest.mark.parametrize("kind", MADE)
def test_the_same_case_at_the_same_time_is_the_same_file(kind: str) -> None:
    assert MADE[kind](told(), AT) == MADE[kind](told(), AT)


@pytest.mark.parametrize("name", shipped())
def test_every_shipped_case_is_set_on_at_most_six_pages(name: str) -> None:
    assert 2 <= len(published_pages(told(shipped()[name]), AT)) <= 6


def test_a_memo_of_a_bare_case() -> None:
    bare = told(BARE)
    assert 2 <= len(memo_pages(bare, AT)) <= 3
    report = memo_report(bare, charts_of(bare.case, bare.results), AT, authority="Aalborg")
    assert report["subtitle"].startswith("Aalborg · Københavns Kommune · 2018–2023")
    assert "Risici" not in [part["title"] for part in report["parts"]]


def test_what_stands_in_the_published_case() -> None:
    found = told()
    report = published_report(found, charts_of(found.case, found.results), AT)
    titles = [part["title"] for part in report["parts"] if part["title"]]
    assert titles[:5] == [
        "Myndighed og fakta",
        "Vurdering på tre dimensioner",
        "Hvad casen handler om",
        "Hvad der blev vundet",
        "Økonomien",
    ]
    rows = next(part["rows"] for part in report["parts"] if part["title"] == "Holder tallene?")
    assert rows[1]["cells"][:4] == ["Afkast", "13,2\u00a0%", "13,208\u00a0%", "Kun i én læsning"]


def test_a_picture_without_words_is_a_fault() -> None:
    found = told()
    report = published_report(found, charts_of(found.case, found.results), AT)
    part = next(part for part in report["parts"] if part["kind"] == "chart")
    part["alt"] = None
    with pytest.raises(typst.TypstError):
        pdf(report, ['<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'] * 4, AT)
