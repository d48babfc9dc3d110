"""What the pages that hang on a business case share: the case, its tabs, and how a refusal is shown."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from gevinst.features.benefits.casework import permissions
from gevinst.features.benefits.models import BusinessCase
from gevinst.features.benefits.queries import cases as queries
from gevinst.shared.actor import Actor
from gevinst.shared.errors import DomainError

OUT_OF_SIGHT = ("not-allowed", "not-found")
Facts = dict[str, Any]
Page = Callable[..., HttpResponse]


class Frame(NamedTuple):
    """Who looks at which case, and what every tab shows."""

    actor: Actor
    case: BusinessCase
    facts: Facts


def frame(request: HttpRequest, case_id: int, tab: str) -> Frame:
    """The case with the tab that is open. Raises `DomainError("not-found")`."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    case = queries.case(actor, case_id)
    facts = {"case": case, "tab": tab, "may_edit": permissions.may_edit_case(actor, case)}
    return Frame(actor, case, facts)


def done(
    request: HttpRequest, case: BusinessCase, address: str, said: str = "", anchor: str = ""
) -> HttpResponse:
    """Back to a page of the case, with what was done."""
    if said:
        messages.success(request, said)
    return HttpResponseRedirect(reverse(address, args=[case.pk]) + anchor)


def shown_again(
    request: HttpRequest, case_id: int, page: Page, fault: DomainError, **more: Any
) -> HttpResponse:
    """The page with the refusal beside what was typed; raises where the case is out of sight anyway."""
    if fault.code in OUT_OF_SIGHT:
        raise fault
    answer = page(request, case_id, fault=fault, typed=request.POST, **more)
    answer.status_code = fault.status
    return answer


def as_int(told: str) -> int | None:
    """A whole number that was typed or chosen; None where it is none."""
    short = told.strip()
    return int(short) if short.isascii() and short.isdecimal() and len(short) <= 9 else None  # noqa: PLR2004
