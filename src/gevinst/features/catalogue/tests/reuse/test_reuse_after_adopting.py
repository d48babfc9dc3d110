"""What an adopter does afterwards: reports hours, adapts, looks at what changed at the source."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from gevinst.features.accounts.tests.factories import actor
from gevinst.features.catalogue.actions import update
from gevinst.features.catalogue.actions.reuse import announce, have, report, review, settle
from gevinst.features.catalogue.actions.systems import system_named, technology_named
from gevinst.features.catalogue.models import Adoption, Landscape, LegalClause
from gevinst.features.catalogue.queries.reuse.adapting import to_adapt
from gevinst.features.catalogue.queries.reuse.changed import source_changes
from gevinst.features.catalogue.queries.reuse.kin import hours_saved
from gevinst.features.catalogue.signals import announced
from gevinst.features.catalogue.tests.factories import ProcessFactory
from gevinst.features.catalogue.tests.reuse.factories import AdoptionFactory
from gevinst.shared.actor import SYSTEM
from gevinst.shared.errors import DomainError

pytestmark = pytest.mark.django_db
NOTES = {"data_protection": "Kildens", "infrastructure": "Server", "policies": "Aftale"}


@pytest.fixture
def adoption() -> Adoption:
    """A copy in which everything is still as at the source."""
    facts = {
        **NOTES,
        "systems_used": [system_named("Fagsystem X").pk],
        "technologies": [technology_named("RPA").pk],
        "occurrences": 100,
    }
    made = AdoptionFactory(
        source=ProcessFactory(public=True, **facts), process=ProcessFactory(**facts)
    )
    LegalClause.objects.create(process=made.process, text="Lov § 1")
    return made


def by(adoption: Adoption) -> Any:
    return actor(contributor_of=adoption.process.authority)


def kinds(adoption: Adoption) -> list[str]:
    fresh = Adoption.objects.select_related("process", "source").get(pk=adoption.pk)
    return [item.kind for item in to_adapt(fresh)]


def code_of(call: Any, **facts: Any) -> str:
    with pytest.raises(DomainError) as caught:
        call(**facts)
    return caught.value.code


@pytest.mark.parametrize(("spent", "alone", "saved"), [(60, 150, 90), (150, 60, -90), (0, 0, 0)])
def test_hours_saved_may_be_negative(
    adoption: Adoption, spent: int, alone: int, saved: int
) -> None:
    facts = {"hours_spent": Decimal(spent), "hours_alone": Decimal(alone), "note": " Lært "}
    made = report(adoption_id=adoption.pk, by=by(adoption), **facts)
    assert hours_saved(made) == saved
    assert (made.note, made.reported_at is not None) == ("Lært", True)


@pytest.mark.parametrize(("spent", "alone"), [(None, 5), (5, None), (-1, 5), (5, 10**9)])
def test_half_a_report_is_none(adoption: Adoption, spent: int | None, alone: int | None) -> None:
    hours = [None if each is None else Decimal(each) for each in (spent, alone)]
    facts = {"hours_spent": hours[0], "hours_alone": hours[1]}
    assert code_of(report, adoption_id=adoption.pk, by=by(adoption), **facts) == "invalid"
    assert hours_saved(Adoption.objects.get()) is None


def test_a_report_may_be_words_alone(adoption: Adoption) -> None:
    facts = {"hours_spent": None, "hours_alone": None, "note": "Svært"}
    assert hours_saved(report(adoption_id=adoption.pk, by=by(adoption), **facts)) is None


def test_what_is_to_be_adapted_follows_from_the_copy(adoption: Adoption) -> None:
    assert kinds(adoption) == [
        "system", "technology", "law", "contact",
        "data_protection", "infrastructure", "policies", "effort",
    ]  # fmt: skip


def test_what_is_dealt_with_disappears(adoption: Adoption) -> None:
    changed = {
        **dict.fromkeys(NOTES, "Vores egen"),
        "contact_email": "robot@here.example",
        "occurrences": 20,
        "systems_used": [],
        "technologies": [],
    }
    update(process_id=adoption.process_id, by=SYSTEM, **changed)
    adoption.process.legal_clauses.update(verified_on="2026-11-01")
    assert kinds(adoption) == []


def test_without_notes_on_data_protection_they_are_to_be_written(adoption: Adoption) -> None:
    update(process_id=adoption.process_id, by=SYSTEM, **dict.fromkeys(NOTES, ""))
    assert [kind for kind in kinds(adoption) if kind in NOTES] == ["data_protection"]


def test_nothing_is_to_be_adapted_once_it_runs(adoption: Adoption) -> None:
    update(process_id=adoption.process_id, by=SYSTEM, phase="operation")
    assert kinds(adoption) == []


def test_what_the_authority_has_is_said_once(adoption: Adoption) -> None:
    items = {item.kind: item.key for item in to_adapt(adoption)}
    for kind in ("system", "technology"):
        have(adoption_id=adoption.pk, item=items[kind], by=by(adoption))
    assert Landscape.objects.filter(authority=adoption.process.authority).count() == 2
    assert not {"system", "technology"} & set(kinds(adoption))
    assert code_of(have, adoption_id=adoption.pk, item=items["system"], by=SYSTEM) == "invalid"
    assert code_of(have, adoption_id=adoption.pk, item="policies", by=SYSTEM) == "invalid"


def test_what_is_right_as_it_is_is_settled(adoption: Adoption) -> None:
    settle(adoption_id=adoption.pk, item="policies", by=by(adoption))
    assert "policies" not in kinds(adoption)
    assert code_of(settle, adoption_id=adoption.pk, item="policies", by=SYSTEM) == "invalid"


def test_a_change_at_the_source_is_seen_until_it_is_reviewed(adoption: Adoption) -> None:
    reader = by(adoption)
    assert source_changes(reader, adoption.process_id) == []
    update(process_id=adoption.source_id, by=SYSTEM, title="Nyt navn", internal_notes="Hemmelig")
    (change,) = source_changes(reader, adoption.process_id)
    assert [each.after for each in change.differences] == ["Nyt navn"]
    review(adoption_id=adoption.pk, by=reader, seen_event=change.event)
    assert source_changes(reader, adoption.process_id) == []


def test_what_changed_after_the_page_was_drawn_is_not_reviewed(adoption: Adoption) -> None:
    update(process_id=adoption.source_id, by=SYSTEM, title="Første")
    (seen,) = source_changes(SYSTEM, adoption.process_id)
    update(process_id=adoption.source_id, by=SYSTEM, title="Anden")
    review(adoption_id=adoption.pk, by=SYSTEM, seen_event=seen.event)
    (change,) = source_changes(SYSTEM, adoption.process_id)
    assert [(each.before, each.after) for each in change.differences] == [("Første", "Anden")]


def test_a_source_that_was_closed_tells_nothing(adoption: Adoption) -> None:
    update(process_id=adoption.source_id, by=SYSTEM, visibility="authority", title="Skjult")
    assert source_changes(by(adoption), adoption.process_id) == []


def test_an_announcement_reaches_the_adopters(adoption: Adoption) -> None:
    heard: list[Any] = []

    def listen(**facts: Any) -> None:
        heard.append(facts["announcement"].text)

    announced.connect(listen)
    owner = actor(contributor_of=adoption.source.authority)
    facts = {"process_id": adoption.source_id, "kind": "law", "text": " Ny lov "}
    announce(**facts, by=owner)
    announced.disconnect(listen)
    (change,) = source_changes(by(adoption), adoption.process_id)
    assert [each.text for each in change.announcements] == heard == ["Ny lov"]
    review(adoption_id=adoption.pk, by=by(adoption))
    assert source_changes(by(adoption), adoption.process_id) == []
    assert code_of(announce, **{**facts, "kind": "gossip"}, by=owner) == "invalid"
    assert code_of(announce, **facts, by=by(adoption)) == "not-allowed"
