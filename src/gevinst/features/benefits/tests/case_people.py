"""An authority with its people and business cases in the making: a sound one, a faulty one."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from gevinst.engines.businesscase.casefile.exact_yaml import parsed
from gevinst.engines.businesscase.casefile.write import dumps
from gevinst.features.accounts.models import Authority
from gevinst.features.accounts.tests.factories import AuthorityFactory, actor
from gevinst.features.benefits.actions import cases as actions
from gevinst.features.benefits.models import BusinessCase
from gevinst.shared.actor import Actor

SOUND = """\
case: 1
id: prove
title: Prøvesag
years: {from: 2026, to: 2029}
operation_from: 2027
origin: project_start
parties: [kommune]
assumptions:
  volume: {value: 1000, unit: 1/year, low: 800, high: 1200, source: Sagslisten}
  minutes_before: {value: 12, unit: minutes, source: Tidsmåling}
  minutes_after: {value: 2, unit: minutes, source: Tidsmåling}
  hourly_cost: {value: 400, unit: DKK/hour, source: Lønkontoret}
  one_off: {value: 50000, unit: DKK, source: Tilbud}
costs:
  - id: work
    title: Arbejdet i hånden
    scenario: both
    place: operation.system.internal
    amount: {driver: time, units: volume, minutes: minutes_before, rate: hourly_cost}
  - id: one_off
    title: Anskaffelse
    scenario: 1
    place: project.acquisition.external
    amount: one_off
    when: {at: 2026}
benefits:
  - id: time
    title: Frigivet tid
    place: benefit.budget.time
    relieves: work
    mode: budget_cut
    owner: Afdelingslederen
    amount: {driver: time, units: volume, minutes: minutes_before - minutes_after, rate: hourly_cost}
    when: {from: 2027}
risks:
  - {id: delay, title: Forsinkelse, probability: 0.2, consequence: {low: 5000, likely: 10000, high: 30000}}
"""


@dataclass(frozen=True)
class CasePeople:
    """Who works with the cases of one authority."""

    authority: Authority
    writer: Actor
    second: Actor
    reader: Actor
    stranger: Actor


def case_people() -> CasePeople:
    """One authority with a contributor, a process owner and a reader, and a contributor elsewhere."""
    home = AuthorityFactory()
    return CasePeople(
        home,
        actor(contributor_of=home),
        actor(process_owner_of=home),
        actor(reader_of=home),
        actor(contributor_of=AuthorityFactory()),
    )


def sound_case(people: CasePeople, text: str = SOUND) -> BusinessCase:
    """A draft that the writer started from a sound file."""
    return actions.start_case_from_text(
        authority_id=people.authority.pk, text=text, by=people.writer
    )


def proposed_case(people: CasePeople) -> BusinessCase:
    """A case of the writer's that awaits approval."""
    return actions.propose_case(case=sound_case(people), by=people.writer)


def with_value(text: str, name: str, value: int | Decimal) -> str:
    """The file with another value of an assumption."""
    data = parsed(text).data
    data["assumptions"][name]["value"] = value
    return dumps(data)
