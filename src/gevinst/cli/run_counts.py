"""What one run did, as a person reads it in the terminal: counts, reasons and money."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from django.db.models import Count

from gevinst.cli.language import language, spoken
from gevinst.engines.money import danish
from gevinst.features.operations import queries as work
from gevinst.shared.actor import SYSTEM

if TYPE_CHECKING:
    from gevinst.features.operations.models import Run

VERDICTS = {
    "approve": ("Betalt urørt", "Paid untouched"),
    "refer": ("Sendt til skranken", "Referred to a clerk"),
    "wait": ("Venter på patientregisteret", "Waiting for the patient register"),
    "refuse": ("Kan ikke læses", "Cannot be read"),
}


def counts(run: Run) -> list[str]:
    """A line a verdict, the reasons for referring under theirs."""
    lines = [_line(spoken("Modtaget", "Received"), run.received, run.received_amount)]
    for row in work.reconciliation(run):
        lines.append(_line("  " + spoken(*VERDICTS[row.verdict]), row.count, row.amount))
        if row.verdict == "refer":
            lines += _reasons(run)
    return lines


def _reasons(run: Run) -> list[str]:
    names = work.rule_names(run.robot)
    referred = work.decisions(SYSTEM).filter(run=run, verdict="refer").order_by()
    counted = referred.values_list("reason").annotate(n=Count("pk")).order_by("-n", "reason")
    return [
        _line("    · " + (names[rule].in_language(language()) if rule in names else rule), number)
        for rule, number in counted
    ]


def _line(label: str, count: int, amount: Decimal | None = None) -> str:
    money = f"{danish(amount):>20}" if amount is not None else ""
    return f"{label:<44}{danish(Decimal(count), 0, ''):>7}{money}"
