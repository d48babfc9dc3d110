"""The names of the sheets."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _


@dataclass(frozen=True, slots=True)
class Sheets:
    """The names of the sheets, in the language in force."""

    overview: str
    assumptions: str
    shares: str
    lines: str
    result: str
    engine: str
    figures: str


def sheets() -> Sheets:
    """The names of the sheets in the language in force."""
    return Sheets(
        _("Overview"),
        _("Assumptions"),
        _("Phasing in"),
        _("Lines"),
        _("Result"),
        _("Check"),
        _("Published figures"),
    )
