"""The names that stand in a month report: the month, rules, reasons, queues, registers, the chart."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from babel.dates import format_date
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from gevinst.engines.blockkit.contract import Text
from gevinst.features.operations import reasons
from gevinst.features.operations.blocks import block_of, words
from gevinst.features.operations.queries.desk import special_name
from gevinst.features.operations.queries.month import MonthReport


def month_name(first: date) -> str:
    """`november 2026`."""
    return format_date(first, "MMMM y", locale="en_GB" if english() else "da_DK")


def rule_names(found: MonthReport) -> Mapping[str, Text]:
    """The names of the rules of the robot's block."""
    if not found.robot.block_key:
        return {}
    return {key: text.name for key, text in block_of(found.robot).rule_texts.items()}


def reason_words(reason: str, names: Mapping[str, Text]) -> str:
    """A reason in words."""
    return words(names[reason]) if reason in names else reasons.label(reason)


def queue_words(key: str, found: MonthReport) -> str:
    """A queue in words."""
    rows = {row.key: row for row in found.robot.queues.all()}
    if key in rows:
        return rows[key].name_en if english() else rows[key].name_da
    return special_name(key) or key


def chart_title(found: MonthReport) -> str:
    """What the trend chart shows, in words and numbers, for those who cannot see it."""
    told = "; ".join(f"{month_name(each.month)}: {each.percent} %" for each in found.trend)
    return _("Approved untouched, percent of what was taken in by month: %(told)s") % {
        "told": told or "–"
    }


def runs_words(found: MonthReport) -> str:
    """How many runs there were, and how many failed."""
    count, failed = sum(found.runs.values()), found.runs.get("failed", 0)
    told = ngettext("%d run", "%d runs", count) % count
    return f"{told}, {_('%d failed') % failed}"


def register_words(found: MonthReport, name: str) -> str:
    """A register in words."""
    spec = block_of(found.robot).manifest.table(name)
    return words(spec.title) if spec else name


def english() -> bool:
    """Whether the language in force is English."""
    return (get_language() or "da").startswith("en")
