"""Writing in the register: a new benefit, and a changed one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from gevinst.features.benefits import queries
from gevinst.features.benefits.models import Benefit
from gevinst.features.benefits.permissions import require_may_write
from gevinst.features.benefits.register_choices import BenefitState
from gevinst.shared.actor import Actor
from gevinst.shared.audit import about, audited
from gevinst.shared.errors import DomainError

if TYPE_CHECKING:
    from typing_extensions import Unpack

from gevinst.features.benefits.actions.register.facts import Facts, write
from gevinst.features.benefits.actions.register.owning import own, owner_at

SETTLED = frozenset(
    {BenefitState.ESTIMATED, BenefitState.MEASURED, BenefitState.REALISED, BenefitState.SUSTAINED}
)


def create_benefit(
    *, authority_id: int, by: Actor, owner_id: int | None = None, **facts: Unpack[Facts]
) -> Benefit:
    """A benefit as an idea.

    Raises `DomainError`: "not-allowed", "not-found" (a process one may not read), "invalid" with the field.
    """
    require_may_write(by, authority_id)
    made = Benefit(authority_id=authority_id, created_by_id=by.user_id, created_by_name=by.name)
    write(made, facts, by)
    if owner_id is not None:
        own(made, owner_at(authority_id, owner_id))
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
        write(held, facts, by)
        if held.expected != before and held.state in SETTLED and not reason.strip():
            message = _("Say why something else is expected. What was expected first is kept.")
            raise DomainError("invalid", message, field="reason")
        _keep_how_it_is_taken(held, seen)
        held.save()
        about(entry, held, reason=reason.strip(), changed=sorted(facts))
    return held


def _keep_how_it_is_taken(held: Benefit, before: Benefit) -> None:
    """A benefit that is realised was realised in a way and a unit; another is another benefit."""
    done = held.state in {BenefitState.REALISED, BenefitState.SUSTAINED}
    for name in ("mode", "unit"):
        if done and getattr(held, name) != getattr(before, name):
            message = _("The benefit is realised. Let it lapse, and make another.")
            raise DomainError("wrong-state", message, field=name)
