"""Which business cases may be read, and one of them."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from gevinst.features.benefits.casework.permissions import may_approve_case, readable_cases
from gevinst.features.benefits.models import BusinessCase
from gevinst.shared.actor import Actor, Right
from gevinst.shared.errors import DomainError


@dataclass(frozen=True, slots=True)
class CasesWanted:
    """Which business cases are asked for; what is left empty asks for any."""

    text: str = ""
    state: str = ""
    authority: str = ""
    process: int | None = None
    own: bool = False


def cases(actor: Actor, wanted: CasesWanted | None = None) -> QuerySet[BusinessCase]:
    """The business cases that `actor` may read, last changed first; `own`: of own authorities."""
    wanted = wanted or CasesWanted()
    found = BusinessCase.objects.filter(readable_cases(actor)).select_related(
        "authority", "process", "owner"
    )
    if wanted.own:
        found = found.filter(authority__in=actor.authorities(Right.READ))
    if wanted.text:
        words = wanted.text.split()
        for word in words:
            found = found.filter(Q(title__icontains=word) | Q(authority__name__icontains=word))
    if wanted.state:
        found = found.filter(state=wanted.state)
    if wanted.authority:
        found = found.filter(authority__code=wanted.authority)
    if wanted.process is not None:
        found = found.filter(process_id=wanted.process)
    return found.order_by("-changed_at", "-pk")


def case(actor: Actor, case_id: int) -> BusinessCase:
    """One business case. Raises `DomainError("not-found")` also when `actor` may not read it."""
    rows = BusinessCase.objects.filter(readable_cases(actor), pk=case_id)
    one = rows.select_related("authority", "process", "owner").first()
    if one is None:
        raise DomainError("not-found", _("There is no such business case."))
    return one


def may_approve(actor: Actor, one: BusinessCase) -> bool:
    """Whether `actor` may approve or reject the case: a second person, who wrote none of it."""
    return may_approve_case(actor, one)
