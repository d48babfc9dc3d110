"""Decisions as rows of a table, one at a time however many there are; person numbers are masked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from gevinst.engines.identifiers import mask_all
from gevinst.features.operations.blocks import block_of, words
from gevinst.features.operations.models import Decision, Finding, Robot
from gevinst.features.operations.queries.scope import midnight, within
from gevinst.features.operations.reasons import label
from gevinst.shared.actor import Actor, Right
from gevinst.shared.errors import DomainError

AT_A_TIME = 2000
Value = str | int | Decimal | date | datetime | None


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the table: its name in files for machines, its Danish heading, and its kind.

    `kind` is `text`, `amount`, `number`, `day`, `moment` or `whole`; `width` is in characters.
    """

    name: str
    title: str
    kind: str = "text"
    width: int = 16


COLUMNS = (
    Column("decision_id", "Afgørelse", "whole", 11),
    Column("decided_at", "Afgjort", "moment", 18),
    Column("robot", "Robot", width=24),
    Column("reference", "Reference", width=30),
    Column("title", "Bilag", width=34),
    Column("supplier", "Leverandør", width=30),
    Column("amount", "Beløb", "amount", 15),
    Column("currency", "Valuta", width=8),
    Column("dated", "Dato", "day", 12),
    Column("due", "Forfald", "day", 12),
    Column("received_at", "Modtaget", "moment", 18),
    Column("verdict", "Afgørelsens art", width=18),
    Column("decided_by", "Afgjort af", width=14),
    Column("queue", "Kø", width=18),
    Column("reason", "Grund", width=34),
    Column("text", "Bemærkning", width=40),
    Column("failed_rules", "Regler, der fejlede", width=34),
    Column("undecided_rules", "Regler uden svar", width=34),
    Column("minutes", "Minutter", "number", 10),
    Column("block_version", "Byggeklodsens version", width=14),
)


@dataclass(frozen=True, slots=True)
class Chosen:
    """Which decisions: of a robot, made on days from and to (both with), of one verdict; empty is any."""

    robot_id: int | None = None
    begin: date | None = None
    end: date | None = None
    verdict: str = ""


def chosen_decisions(actor: Actor, chosen: Chosen) -> QuerySet[Decision]:
    """The decisions of robots that the actor operates, oldest first. Raises `DomainError("invalid")`."""
    if chosen.begin and chosen.end and chosen.begin > chosen.end:
        raise DomainError("invalid", _("The period ends before it begins."), field="end")
    rows = within(Decision.objects.all(), actor, Right.OPERATE, "item__authority")
    asked = {
        "item__robot_id": chosen.robot_id,
        "at__gte": midnight(chosen.begin) if chosen.begin else None,
        "at__lt": midnight(chosen.end + timedelta(days=1)) if chosen.end else None,
        "verdict": chosen.verdict,
    }
    stated = {name: value for name, value in asked.items() if value not in (None, "")}
    return rows.filter(**stated).order_by("pk")


def decision_rows(rows: QuerySet[Decision]) -> Iterator[list[Value]]:
    """A row a decision in the order of `COLUMNS`; some thousands are held at a time."""
    names: dict[int, dict[str, str]] = {}
    last = 0
    wanted = rows.select_related("item__robot").defer("item__search", "item__search_vector")
    while batch := list(wanted.filter(pk__gt=last)[:AT_A_TIME]):
        last = batch[-1].pk
        failed, undecided = _outcomes(batch, "fail"), _outcomes(batch, "undecided")
        for decision in batch:
            robot = decision.item.robot
            if robot.pk not in names:
                names[robot.pk] = _names(robot)
            told = names[robot.pk]
            rules = (_listed(failed, decision, told), _listed(undecided, decision, told))
            yield _row(decision, told, rules)


def _outcomes(batch: list[Decision], outcome: str) -> dict[int, list[str]]:
    found: dict[int, list[str]] = {}
    rows = Finding.objects.filter(decision__in=batch, outcome=outcome, shadow=False)
    for decision, rule in rows.order_by("pk").values_list("decision_id", "rule"):
        rules = found.setdefault(decision, [])
        if rule not in rules:
            rules.append(rule)
    return found


def _names(robot: Robot) -> dict[str, str]:
    try:
        texts = block_of(robot).rule_texts
    except DomainError:  # the block is no longer installed: the ids say it
        return {}
    return {key: words(text.name) for key, text in texts.items()}


def _listed(found: dict[int, list[str]], decision: Decision, names: dict[str, str]) -> str:
    return "; ".join(names.get(rule, rule) for rule in found.get(decision.pk, ()))


def _row(decision: Decision, names: dict[str, str], rules: tuple[str, str]) -> list[Value]:
    item = decision.item
    reason = names.get(decision.reason) or label(decision.reason)
    return [
        decision.pk,
        timezone.localtime(decision.at),
        item.robot.name,
        mask_all(item.reference),
        mask_all(item.title),
        mask_all(item.party),
        item.amount,
        item.currency,
        item.dated,
        item.due,
        timezone.localtime(item.received_at),
        str(decision.get_verdict_display()),
        # Who the person is stays in Gevinst.
        "Robot" if decision.actor_id is None else "Medarbejder",
        decision.queue,
        reason,
        mask_all(decision.text),
        *rules,
        decision.minutes,
        decision.block_version,
    ]
