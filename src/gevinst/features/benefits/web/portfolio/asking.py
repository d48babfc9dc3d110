"""What the address asks the portfolio for, within the person's own authorities."""

from __future__ import annotations

from datetime import date
from typing import Any, NamedTuple

from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _

from gevinst.features.accounts import queries as accounts
from gevinst.features.benefits import queries
from gevinst.features.benefits.queries.portfolio.portfolio import Portfolio, portfolio
from gevinst.features.benefits.register_choices import BenefitState, Mode, Type
from gevinst.features.benefits.web.following.frame import as_int
from gevinst.shared.actor import Actor
from gevinst.shared.errors import DomainError


class Asked(NamedTuple):
    """What the address asks for."""

    actor: Actor
    found: Portfolio
    wanted: queries.Wanted
    choices: list[Any]
    own: list[int]
    today: date


def asked_of(request: HttpRequest) -> Asked:
    """Raises `DomainError("not-allowed")` for one without a role anywhere."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    own = queries.own_authorities(actor)
    if own is not None and not own:
        raise DomainError("not-allowed", _("You need a role at an authority to see its benefits."))
    every = accounts.authorities()
    choices = list(every if own is None else every.filter(pk__in=own))
    told, today = request.GET, timezone.localdate()
    chosen = [one.pk for one in choices if one.code == told.get("myndighed")]
    held = tuple(chosen or (one.pk for one in choices))
    wanted = queries.Wanted(
        authorities=held,
        kind=_one_of(told.get("type", ""), Type.values),
        state=_one_of(told.get("tilstand", ""), BenefitState.values),
        mode=_one_of(told.get("realisering", ""), Mode.values),
        owner=as_int(told.get("ansvarlig", "")),
        process=as_int(told.get("proces", "")),
    )
    return Asked(actor, portfolio(actor, wanted, today), wanted, choices, list(held), today)


def _one_of(told: str, known: list[str]) -> str:
    return told if told in known else ""


def processes_of(asked: Asked) -> list[tuple[int, str]]:
    """The processes that have a benefit, by title."""
    every = portfolio(
        asked.actor, queries.Wanted(authorities=asked.wanted.authorities), asked.today
    )
    held = {
        one.benefit.process_id: one.benefit.process.title
        for one in every.holdings
        if one.benefit.process
    }
    return sorted(((pk, title) for pk, title in held.items() if pk), key=lambda each: each[1])
