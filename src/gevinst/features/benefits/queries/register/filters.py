"""What is asked of the register."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.db.models import Q

from gevinst.features.benefits.register_choices import BenefitState

if TYPE_CHECKING:
    pass

CLOSED = (BenefitState.IDEA, BenefitState.LAPSED)  # of these nothing is measured


@dataclass(frozen=True, slots=True)
class Wanted:
    """Filters of the register; what is empty filters nothing. `due_by`: measurement due by that day."""

    authorities: tuple[int, ...] = ()
    kind: str = ""
    state: str = ""
    mode: str = ""
    owner: int | None = None
    process: int | None = None
    case_key: str = ""
    due_by: date | None = None
    text: str = ""


def criteria(wanted: Wanted) -> Q:
    """Benefits as they are asked for."""
    exact = {
        "authority__in": wanted.authorities,
        "kind": wanted.kind,
        "state": wanted.state,
        "mode": wanted.mode,
        "owner": wanted.owner,
        "process": wanted.process,
        "case_key": wanted.case_key,
        "title__icontains": wanted.text,
    }
    found = Q(**{name: value for name, value in exact.items() if value})
    return found & due_by(wanted.due_by) if wanted.due_by else found


def due_by(today: date) -> Q:
    """Benefits whose measurement is due by that day."""
    return Q(next_measurement_on__lte=today) & ~Q(state__in=CLOSED)
