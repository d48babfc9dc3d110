"""What cannot be projected of what is typed: years that do not follow, a growth that is missing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from django.utils.translation import gettext as _

MOST_YEARS = 40


def faults_of(given: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """The fields of a projection that do not fit together, each with what is wrong."""
    since, until, history = (given.get(name) for name in ("since", "until", "history"))
    if since is not None and until is not None:
        yield from _faults_of_span(since, until)
    if history and since is not None and since <= int(max(history)):
        last = _("Choose a year after %(year)s, the last one that is known.")
        yield "since", last % {"year": max(history)}
    if given.get("use") == "growth" and given.get("growth") is None:
        yield "growth", _("Write the growth.")
    if history and len(history) == 1 and given.get("growth") is None:
        yield "history", _("One year shows no course: give two, or a growth.")


def _faults_of_span(since: int, until: int) -> Iterator[tuple[str, str]]:
    if until < since:
        yield "until", _("The last year is before the first.")
    elif until - since > MOST_YEARS:
        yield "until", _("At most %(n)s years.") % {"n": MOST_YEARS}
