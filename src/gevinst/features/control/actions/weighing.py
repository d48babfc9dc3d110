"""Tries a change of the rules on all past decisions before anybody is asked to approve it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from gevinst.engines.blockkit.registry import block
from gevinst.engines.control import RuleBook, RuleFault
from gevinst.engines.control.impact import Impact, impact
from gevinst.engines.control.past import PastBatch
from gevinst.engines.decisionlog.archive import EvidenceFault
from gevinst.engines.decisionlog.past import past_batches
from gevinst.features.control.actions.archive import DatabaseArchive
from gevinst.features.control.actions.deciding import record_impact
from gevinst.features.control.models import ImpactReport, RuleChange
from gevinst.features.control.permissions import check_change
from gevinst.features.control.queries import files_in_force
from gevinst.features.control.queries.past import batches_of
from gevinst.features.control.rule_files import book_of
from gevinst.shared.actor import Actor
from gevinst.shared.errors import DomainError


def weigh_change(
    *, change: RuleChange, by: Actor, first_on: date | None = None, last_on: date | None = None
) -> ImpactReport:
    """What the change does to the decisions of those days (none stated: all), kept with it.

    The rules in force today stand against the changed ones. Raises `DomainError`: "not-allowed",
    "rule-fault", "evidence-fault" (archived evidence is missing or changed).
    """
    check_change(by, change.authority_id)
    found = batches_of(change.authority_id, change.block_key, first_on, last_on)
    report = _impact(change, past_batches(found, DatabaseArchive(), block(change.block_key)))
    days = [batch.on for batch in found]
    return record_impact(
        change=change,
        by=by,
        decisions=report.decisions,
        changed=report.changed,
        result=told(report),
        first_on=min(days, default=None),
        last_on=max(days, default=None),
    )


def _impact(change: RuleChange, batches: Iterator[PastBatch]) -> Impact:
    today = timezone.localdate()
    try:
        old = book_of(
            change.block_key, files_in_force(change.authority_id, change.block_key, today)
        )
        new = book_of(change.block_key, change.files)
        return impact(old, new, batches, _day(old, new, today))
    except RuleFault as fault:
        message = _("The rules cannot be used: %(fault)s") % {"fault": fault}
        raise DomainError("rule-fault", message, faults=[str(fault)]) from fault
    except EvidenceFault as fault:
        message = _("The evidence of a past decision is missing or changed: %(sha)s")
        raise DomainError("evidence-fault", message % {"sha": fault.sha}) from fault


def _day(old: RuleBook, new: RuleBook, today: date) -> date:
    """The first day on which all that the change brings is in force, today at the earliest."""
    known = {(rule.id, rule.version) for rule in old.rules}
    begins = [rule.valid_from for rule in new.rules if (rule.id, rule.version) not in known]
    return max([today, *begins])


def told(report: Impact) -> dict[str, Any]:
    """The report as JSON: counts as lists of [old, new, number], amounts as text."""
    return {
        "on": report.on.isoformat(),
        "sentence": {"da": report.sentence.da, "en": report.sentence.en},
        "verdicts": _counts(report.verdicts.items()),
        "rules": {rule: _counts(counts.items()) for rule, counts in report.rules.items()},
        "versions": {rule: list(pair) for rule, pair in report.versions.items()},
        "made": dict(report.made),
        "amounts": {currency: str(amount) for currency, amount in report.amounts.items()},
        "examples": [
            {
                "reference": each.reference,
                "old": [each.old.verdict, each.old.queue, each.old.reason],
                "new": [each.new.verdict, each.new.queue, each.new.reason],
                "rule": each.rule,
                "amount": None if each.amount is None else str(each.amount),
                "currency": each.currency,
            }
            for each in report.examples
        ],
        "remarks": [{"da": remark.da, "en": remark.en} for remark in report.remarks],
    }


def _counts(pairs: Iterable[tuple[tuple[str, str], int]]) -> list[list[Any]]:
    return [[old, new, number] for (old, new), number in pairs]
