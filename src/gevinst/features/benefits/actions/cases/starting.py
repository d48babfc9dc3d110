"""Starts business cases: blank, of a process."""

from __future__ import annotations

from django.utils import timezone

from gevinst.engines.businesscase.casefile.exact_yaml import parsed
from gevinst.engines.businesscase.casefile.write import dumps
from gevinst.engines.identifiers import mask_all
from gevinst.features.accounts import queries as accounts
from gevinst.features.benefits.actions.cases.making import made
from gevinst.features.benefits.actions.cases.text import titled
from gevinst.features.benefits.casework.blank import blank
from gevinst.features.benefits.casework.keys import key_of
from gevinst.features.benefits.casework.of_process import of_process
from gevinst.features.benefits.casework.permissions import require_may_start_case
from gevinst.features.benefits.models import BusinessCase
from gevinst.features.benefits.queries.cases.starting import year_of
from gevinst.features.benefits.queries.effects import baseline_on
from gevinst.features.catalogue import queries as catalogue
from gevinst.shared.actor import Actor


def start_case(*, authority_id: int, title: str, by: Actor) -> BusinessCase:
    """A case with nothing in it but its frame, ready for the guided questions.

    Raises `DomainError`: "not-allowed", "invalid" (no title).
    """
    require_may_start_case(by, authority_id)
    return made(by, authority_id, titled(title), _blank(authority_id, title))


def start_case_of_process(*, process_id: int, by: Actor) -> BusinessCase:
    """A case of the process's authority with what is known of it: minutes, cost of an hour, items a year.

    The numbers come from the baseline that holds today and from the effect of the last year's runs.
    Raises `DomainError`: "not-found", "not-allowed".
    """
    process = catalogue.process(by, process_id)
    require_may_start_case(by, process.authority_id)
    text = _blank(process.authority_id, process.title)
    baseline = baseline_on(process_id, timezone.localdate())
    if baseline is not None:
        known = year_of(by, process_id, baseline.manual_minutes, timezone.localdate())
        data = of_process(
            parsed(text).data,
            minutes=baseline.manual_minutes,
            after=known.minutes_left,
            rate=baseline.hourly_cost,
            items=known.items,
            source=baseline.source,
        )
        text = dumps(data)
    return made(
        by,
        process.authority_id,
        process.title,
        text,
        started_from=f"process:{process_id}",
        process_id=process_id,
    )


def _blank(authority_id: int, title: str) -> str:
    authority = accounts.authorities().get(pk=authority_id)
    named = titled(title)
    return dumps(
        blank(
            key=key_of(mask_all(named)),
            title=named,
            authority=authority.name,
            party=key_of(authority.name),
            year=timezone.localdate().year,
        )
    )
