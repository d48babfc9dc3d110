"""Writing in the register: a new benefit, a changed one, and a new owner."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any, TypedDict

from django.utils.translation import gettext_lazy as _

from gevinst.engines.identifiers import mask_all
from gevinst.features.benefits import queries
from gevinst.features.benefits.models import Benefit
from gevinst.features.benefits.permissions import require_may_write
from gevinst.features.benefits.register_models import Frequency, Mode, Quality, State, Type, Unit
from gevinst.features.catalogue import queries as catalogue
from gevinst.shared.actor import Actor
from gevinst.shared.audit import about, audited
from gevinst.shared.errors import DomainError

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from gevinst.features.accounts.models import User


class Facts(TypedDict, total=False):
    """What is written of a benefit; `expected` is a year's, in `unit`."""

    title: str
    kind: str
    quality: str
    mode: str
    unit: str
    unit_name: str
    expected: Decimal | None
    party: str
    process_id: int | None
    case_key: str
    data_source: str
    frequency: str
    next_measurement_on: date | None
    budget_reference: str


CHOICES: Mapping[str, Any] = {"kind": Type, "mode": Mode, "unit": Unit, "frequency": Frequency}
SETTLED = frozenset({State.ESTIMATED, State.MEASURED, State.REALISED, State.SUSTAINED})


def create_benefit(
    *, authority_id: int, by: Actor, owner_id: int | None = None, **facts: Unpack[Facts]
) -> Benefit:
    """A benefit as an idea.

    Raises `DomainError`: "not-allowed", "not-found" (a process one may not read), "invalid" with the field.
    """
    require_may_write(by, authority_id)
    made = Benefit(authority_id=authority_id, created_by_id=by.user_id, created_by_name=by.name)
    _write(made, facts, by)
    if owner_id is not None:
        _own(made, _owner(authority_id, owner_id))
    with audited("benefits.create", by=by, authority_id=authority_id) as entry:
        made.save()
        about(entry, made, kind=made.kind, mode=made.mode)
    return made


def edit_benefit(
    *, benefit_id: int, by: Actor, reason: str = "", **facts: Unpack[Facts]
) -> Benefit:
    """The benefit with other facts. What was expected changes from "estimated" on only with a reason.

    The steps it has taken keep what was expected then. Raises `DomainError` as `create_benefit`.
    """
    seen = queries.benefit(by, benefit_id)
    require_may_write(by, seen.authority_id)
    with audited("benefits.edit", by=by, authority_id=seen.authority_id) as entry:
        held = Benefit.objects.select_for_update().get(pk=seen.pk)
        before = held.expected
        _write(held, facts, by)
        if held.expected != before and held.state in SETTLED and not reason.strip():
            message = _("Say why something else is expected. What was expected first is kept.")
            raise DomainError("invalid", message, field="reason")
        _keep_how_it_is_taken(held, seen)
        held.save()
        about(entry, held, reason=reason.strip(), changed=sorted(facts))
    return held


def hand_over(*, benefit_id: int, owner_id: int, by: Actor) -> Benefit:
    """The benefit with a new owner, who has a role at the authority.

    Raises `DomainError`: "not-found", "not-allowed", "invalid".
    """
    seen = queries.benefit(by, benefit_id)
    require_may_write(by, seen.authority_id)
    owner = _owner(seen.authority_id, owner_id)
    with audited("benefits.hand_over", by=by, authority_id=seen.authority_id) as entry:
        held = Benefit.objects.select_for_update().get(pk=seen.pk)
        about(entry, held, owner=owner.pk, before=held.owner_id)
        _own(held, owner)
        held.reminded_for = None  # the new owner has not been told
        held.save()
    return held


def _own(one: Benefit, owner: User) -> None:
    one.owner, one.owner_name = owner, owner.name


def _owner(authority_id: int, owner_id: int) -> User:
    for user in queries.owners([authority_id]):
        if user.pk == owner_id:
            return user
    message = _("The owner has to be somebody with a role at the authority.")
    raise DomainError("invalid", message, field="owner")


def _write(one: Benefit, facts: Facts, by: Actor) -> None:
    """The facts on the benefit, if they hold together."""
    process_id = facts.get("process_id")
    if process_id is not None and process_id != one.process_id:
        process = catalogue.process(by, process_id)
        if process.authority_id != one.authority_id:
            message = _("The process belongs to another authority.")
            raise DomainError("invalid", message, field="process")
    for name, value in facts.items():
        setattr(one, name, mask_all(value.strip()) if isinstance(value, str) else value)
    if not one.title:
        raise DomainError("invalid", _("Give the benefit a title."), field="title")
    for name, known in CHOICES.items():
        if getattr(one, name) not in known.values:
            raise DomainError("invalid", _("Choose one of those that are there."), field=name)
    _check_kind(one)
    if one.unit == Unit.OTHER and not one.unit_name:
        raise DomainError("invalid", _("Write what it is counted in."), field="unit_name")


def _check_kind(one: Benefit) -> None:
    if one.kind != Type.QUALITY:
        one.quality = ""
    elif one.quality not in Quality.values:
        raise DomainError("invalid", _("Say which kind of quality."), field="quality")
    if one.mode == Mode.BUDGET_CUT and (one.unit, one.kind) != (Unit.DKK, Type.BUDGET_PRODUCTIVITY):
        message = _("A cut in the budget is a budget benefit counted in DKK.")
        raise DomainError("invalid", message, field="mode")


def _keep_how_it_is_taken(held: Benefit, before: Benefit) -> None:
    """A benefit that is realised was realised in a way and a unit; another is another benefit."""
    done = held.state in {State.REALISED, State.SUSTAINED}
    for name in ("mode", "unit"):
        if done and getattr(held, name) != getattr(before, name):
            message = _("The benefit is realised. Let it lapse, and make another.")
            raise DomainError("wrong-state", message, field=name)
