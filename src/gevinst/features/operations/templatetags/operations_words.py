"""Words for templates: a block's texts in the user's language, ages, labels of reasons and outcomes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django import template
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from gevinst.engines.blockkit.contract import Text
from gevinst.engines.identifiers import mask_all
from gevinst.features.operations import blocks, reasons
from gevinst.features.operations.actions.parameters import SECRET
from gevinst.features.operations.models import Robot, WorkItem
from gevinst.features.operations.queries import special_name
from gevinst.features.operations.queries.reconciling import Reconciliation
from gevinst.features.operations.states import State
from gevinst.shared.templatetags.gevinst import day, number

register = template.Library()
AMOUNT = re.compile(r"-?\d+\.\d+")
DAY = re.compile(r"\d{4}-\d\d-\d\d")


@register.filter
def words(text: Text | None) -> str:
    """A block's text in the language in force."""
    return "" if text is None else blocks.words(text)


@register.filter
def age(moment: datetime | None) -> str:
    """How long ago, in the one unit that says it: `3 dage`, `5 timer`, `under 1 time`."""
    if moment is None:
        return ""
    gone = timezone.now() - moment
    hours = int(gone.total_seconds() // 3600)
    if gone.days:
        return ngettext("%d day", "%d days", gone.days) % gone.days
    if hours:
        return ngettext("%d hour", "%d hours", hours) % hours
    return _("under an hour")


@register.filter
def number_of_row(item: WorkItem) -> str:
    """The item's title without its supplier, where the list names the supplier already."""
    return item.title.removesuffix(f" · {item.party}")


@register.filter
def late(due: date | None) -> bool:
    """Whether the day has passed."""
    return due is not None and due < timezone.localdate()


@register.filter
def clock(moment: datetime | None) -> str:
    """The time of day in Denmark: `14.05`."""
    return "" if moment is None else timezone.localtime(moment).strftime("%H.%M")


@register.filter
def moment_of(text: str) -> datetime | None:
    """The moment in an ISO text, as JSON keeps it."""
    return datetime.fromisoformat(text) if text else None


@register.filter
def at(mapping: dict[str, Any], key: str) -> Any:
    """What stands at `key`; None where nothing does."""
    return mapping.get(key) if mapping else None


@register.filter
def reason_words(reason: str, names: dict[str, Text] | None = None) -> str:
    """A reason in words: a rule's name, a clerk's reason, else as it stands."""
    named = (names or {}).get(reason)
    return blocks.words(named) if named else reasons.label(reason)


@register.filter
def state_words(state: str) -> str:
    """A state's name on screen."""
    return str(State(state).label)


@register.filter
def outcome_words(outcome: str) -> str:
    """An outcome's name on screen."""
    return {"ok": _("Passed"), "fail": _("Failed"), "undecided": _("Undecided")}.get(
        outcome, outcome
    )


@register.filter
def queue_words(key: str, names: dict[str, str]) -> str:
    """A queue's name on screen."""
    return names.get(key) or special_name(key) or key


@register.filter
def register_words(name: str, robot: Robot) -> str:
    """A register's title in the block's manifest; its name where it has none there."""
    spec = blocks.block_of(robot).manifest.table(name)
    return blocks.words(spec.title) if spec else name


@register.filter
def columns(evidence: Mapping[str, Any], robot: Robot) -> list[tuple[str, str]]:
    """The evidence's values by the titles of their columns; a column without one has its own name."""
    spec = blocks.block_of(robot).manifest.table(evidence["register"])
    titles = spec.titles if spec else {}
    return [
        (blocks.words(titles[name]) if name in titles else name.replace("_", " "), value)
        for name, value in evidence["values"].items()
    ]


@register.filter
def legal_basis(rule_id: str, robot: Robot) -> str:
    """What the rule rests on; "" where the block does not say."""
    text = blocks.block_of(robot).rule_texts.get(rule_id)
    return text.legal_basis if text else ""


@register.filter
def evidence_words(value: str) -> str:
    """A register's value as a person writes it: `1.441,25`, `15. okt. 2026`; others as they stand."""
    if AMOUNT.fullmatch(value):
        exact = Decimal(value).normalize()
        return number(exact, max(2, -int(exact.as_tuple().exponent)))
    return day(date.fromisoformat(value)) if DAY.fullmatch(value) else value


@register.filter
def stood(found: Reconciliation, outcome: str) -> int:
    """How many items of the period stood so."""
    return found.count(outcome)


@register.filter
def masked(text: str) -> str:
    """A text that a supplier wrote, person numbers hidden."""
    return mask_all(text)


@register.filter
def percent(share: float | None) -> str:
    """A share from 0 to 1 in percent, with one decimal."""
    return "–" if share is None else f"{number(100 * share, 1)}\u00a0%"


@register.filter
def is_secret(name: str) -> bool:
    """Whether a parameter's value is shown to nobody."""
    return name in SECRET
