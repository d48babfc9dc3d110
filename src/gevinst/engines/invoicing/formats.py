"""What the official format rules say of the documents of a batch, as columns of theirs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from gevinst.engines.blockkit.contract import Level, Note, Text
from gevinst.engines.einvoice.model import Invoice

if TYPE_CHECKING:
    from gevinst.engines.conformance.judge import DocumentJudgement

OFF = 0
SHOWN = 8
FAULTS, RULES = "format_faults", "format_rules"
FATAL = "fatal"


def format_columns(invoices: Sequence[Invoice], level: int) -> list[Mapping[str, Any]]:
    """For each document how many fatal rules it breaks and which; unknown where nothing was judged.

    `level` 0 judges nothing, since loading the rules costs more than deciding a few documents.
    """
    if level == OFF or not invoices:
        return [{} for _ in invoices]
    from gevinst.engines.conformance.judge import (
        judge,  # half a second that a block without it saves
    )

    return [_columns(each) for each in judge([one.content for one in invoices])]


def _columns(said: DocumentJudgement) -> Mapping[str, Any]:
    rules = list(dict.fromkeys(each.rule for each in said.findings if each.severity == FATAL))
    shown = ", ".join(rules[:SHOWN]) + (" …" if len(rules) > SHOWN else "")
    return {FAULTS: len(rules), RULES: shown}


def format_notes(invoice: Invoice) -> tuple[Note, ...]:
    """The fatal rules that the document breaks, each with what is wrong and where."""
    from gevinst.engines.conformance.judge import judge

    [said] = judge([invoice.content])
    return tuple(
        Note(
            Text(
                f"{each.rule}: {each.message.da} ({each.path})",
                f"{each.rule}: {each.message.en} ({each.path})",
            ),
            Level.FAIL,
        )
        for each in said.findings
        if each.severity == FATAL
    )
