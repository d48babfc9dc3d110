"""What happened in a control run, for programs and for people."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

from gevinst.cli.language import language, spoken
from gevinst.engines.blockkit.contract import Block, Registers, Text, Verdict
from gevinst.engines.blockkit.folder_run import FolderRun
from gevinst.engines.blockkit.reconciliation import Account, Tally, account
from gevinst.engines.money import danish

Figures = dict[str, Any]
WIDTH = 52


def summary(block: Block, run: FolderRun, registers: Registers) -> Figures:
    """The run in figures; amounts as text, by currency."""
    figures, manifest = account(run), block.manifest
    return {
        "block": manifest.key,
        "version": manifest.version,
        "on": run.on.isoformat(),
        "received": _tally(figures.received),
        "approved": _tally(figures.verdicts[Verdict.APPROVE]),
        "referred": {
            **_tally(figures.verdicts[Verdict.REFER]),
            "reasons": _reasons(block, figures, Verdict.REFER),
        },
        "waiting": {
            **_tally(figures.verdicts[Verdict.WAIT]),
            "reasons": _reasons(block, figures, Verdict.WAIT),
        },
        "refused": {"count": figures.refused, "codes": dict(sorted(figures.refusals.items()))},
        "copies": [{"file": name, "of": original} for name, original in run.copies],
        "reconciles": figures.reconciles(),
        "registers": {
            name: {
                "extract": each.extract.id,
                "taken_at": each.extract.taken_at.isoformat(),
                "source": each.extract.source,
                "rows": len(each.table),
            }
            for name, each in registers.items()
        },
    }


def _tally(tally: Tally) -> Figures:
    amounts = {currency: str(amount) for currency, amount in sorted(tally.amounts.items())}
    return {"count": tally.count, "amounts": amounts}


def _reasons(block: Block, figures: Account, verdict: Verdict) -> list[Figures]:
    """The reasons, the commonest first."""
    found = [
        {
            "reason": reason,
            "rule": _pair(block.rule_texts[reason].name),
            "queue": queue,
            "name": _pair(block.manifest.queues.get(queue, Text("", ""))),
            **_tally(tally),
        }
        for (given, reason, queue), tally in figures.reasons.items()
        if given is verdict
    ]
    return sorted(found, key=lambda each: (-each["count"], each["reason"]))


def _pair(text: Text) -> Mapping[str, str]:
    return {"da": text.da, "en": text.en}


def lines(figures: Figures, out: Path) -> str:
    """The run as a person reads it."""
    told = [
        spoken(f"Kontrol pr. {figures['on']}", f"Control as of {figures['on']}"),
        _line(spoken("Modtaget", "Received"), figures["received"]),
        _line(spoken("Til udbetaling uden berøring", "To payment untouched"), figures["approved"]),
        _line(spoken("Til en medarbejder", "To a clerk"), figures["referred"]),
        *(_line(f"  {_reason(each)}", each) for each in figures["referred"]["reasons"]),
        _line(spoken("Venter", "Waiting"), figures["waiting"]),
        _line(spoken("Afvist (kan ikke læses)", "Refused (cannot be read)"), figures["refused"]),
        *(_line(f"  {code}", {"count": n}) for code, n in figures["refused"]["codes"].items()),
    ]
    if figures["copies"]:
        told.append(_copies(len(figures["copies"])))
    told.append(_reconciled(figures["reconciles"]))
    told.append(spoken(f"Resultatet ligger i {out}", f"The result is in {out}"))
    return "\n".join(told)


def _line(label: str, figures: Mapping[str, Any]) -> str:
    amounts = figures.get("amounts", {})
    written = ", ".join(_amount(Decimal(each), currency) for currency, each in amounts.items())
    return f"{label:<{WIDTH}} {figures['count']:>7}  {written:>22}".rstrip()


def _reason(each: Mapping[str, Any]) -> str:
    queue, rule = each["name"][language()], each["rule"][language()]
    return f"{queue}: {rule}" if queue else rule


def _amount(amount: Decimal, currency: str) -> str:
    if language() == "en":
        return f"{currency} {amount:,.2f}"
    return danish(amount) if currency == "DKK" else danish(amount, unit=currency)


def _copies(number: int) -> str:
    return spoken(
        f"{number} fil(er) er nøjagtige kopier og talt én gang",
        f"{number} file(s) are exact copies and counted once",
    )


def _reconciled(right: bool) -> str:
    if right:
        return spoken(
            "Afstemt: modtaget = udbetaling + medarbejder + venter + afvist",
            "Reconciled: received = payment + clerk + waiting + refused",
        )
    return spoken("STEMMER IKKE: se summary.json", "DOES NOT RECONCILE: see summary.json")
