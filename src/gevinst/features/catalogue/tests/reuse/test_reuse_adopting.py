"""Using a process of another authority: what the copy has, what it has not, who hears of it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from gevinst.features.accounts.tests.factories import AuthorityFactory, UserFactory, actor
from gevinst.features.catalogue.actions.reuse import adopt
from gevinst.features.catalogue.history import latest_event
from gevinst.features.catalogue.models import Adoption, LegalClause, Process
from gevinst.features.catalogue.signals import adopted
from gevinst.features.catalogue.tests.factories import ProcessFactory
from gevinst.features.catalogue.tests.reuse.factories import BlockUseFactory
from gevinst.shared.errors import DomainError
from gevinst.shared.models import AuditEntry

pytestmark = pytest.mark.django_db


@pytest.fixture
def source() -> Process:
    owner = UserFactory()
    made = ProcessFactory(
        public=True,
        in_operation=True,
        with_block=True,
        owner=owner,
        contact=owner,
        title="Lægeerklæringer",
        rating=3,
        rating_comment="God",
        status="in_progress",
        status_note="Intern bemærkning",
        internal_notes="Kun for os",
        case_reference="2026-1",
        kl_id="KL-7",
        contact_email="robot@source.example",
        units=[1],
        kle=["27.36"],
        systems_used=[7],
        occurrences=1200,
        minutes=Decimal("4.5"),
        infrastructure="En robotserver",
    )
    LegalClause.objects.create(process=made, text="Lov § 1", verified_on=date(2026, 1, 1))
    BlockUseFactory(process=made)
    return made


@pytest.fixture
def heard() -> Iterator[list[dict[str, Any]]]:
    told: list[dict[str, Any]] = []

    def listen(**facts: Any) -> None:
        told.append(facts)

    adopted.connect(listen)
    yield told
    adopted.disconnect(listen)


def taken_over(source: Process, extent: str = "whole", parts: tuple[str, ...] = ()) -> Adoption:
    home = AuthorityFactory()
    by = actor(contributor_of=home)
    return adopt(source_id=source.pk, authority_id=home.pk, extent=extent, parts=parts, by=by)


def test_the_copy_is_an_idea_of_the_own_authority(source: Process) -> None:
    adoption = taken_over(source)
    copy = adoption.process
    assert (copy.phase, copy.visibility, copy.status) == ("idea", "authority", "not_rated")
    assert copy.authority_id != source.authority_id
    assert copy.owner_id == adoption.by_id


def test_the_copy_has_what_makes_the_process(source: Process) -> None:
    copy = taken_over(source).process
    assert (copy.title, copy.kle, copy.systems_used) == ("Lægeerklæringer", ["27.36"], [7])
    assert (copy.occurrences, copy.infrastructure) == (1200, "En robotserver")
    assert [use.version for use in copy.blocks.all()] == ["0.9"]


def test_the_copy_has_nothing_of_the_sources_own_house(source: Process) -> None:
    copy = taken_over(source).process
    assert copy.rating is None
    texts = ("rating_comment", "status_note", "internal_notes", "case_reference", "kl_id")
    assert [getattr(copy, name) for name in (*texts, "contact_email")] == [""] * 6
    assert (copy.contact_id, copy.in_operation_since, copy.units) == (None, None, [])


def test_legal_clauses_come_unverified(source: Process) -> None:
    clause = taken_over(source).process.legal_clauses.get()
    assert (clause.text, clause.verified_on) == ("Lov § 1", None)


def test_the_copy_knows_how_its_source_stood(source: Process) -> None:
    adoption = taken_over(source, "parts", ("effort",))
    assert adoption.source == source
    assert adoption.source_event == adoption.reviewed_event == latest_event(source)
    assert adoption.extent == "parts"


def test_parts_bring_only_what_was_chosen(source: Process) -> None:
    copy = taken_over(source, "parts", ("effort",)).process
    assert (copy.occurrences, copy.systems_used, copy.infrastructure) == (1200, [], "")
    assert not copy.legal_clauses.exists()
    assert not copy.blocks.exists()


def test_an_idea_is_no_more_than_that(source: Process) -> None:
    copy = taken_over(source, "idea").process
    assert (copy.challenge, copy.block_key) == (source.challenge, "")
    assert not copy.blocks.exists()


def test_it_is_told_and_written_down(source: Process, heard: list[dict[str, Any]]) -> None:
    adoption = taken_over(source)
    assert [(each["adoption"], each["actor"].user_id) for each in heard] == [
        (adoption, adoption.by_id)
    ]
    entry = AuditEntry.objects.get(action="catalogue.adopt")
    assert entry.facts["source"] == source.pk


def code_of(source: Process, **changed: Any) -> str:
    home = AuthorityFactory()
    facts = {"authority_id": home.pk, "extent": "whole", "by": actor(contributor_of=home)}
    with pytest.raises(DomainError) as caught:
        adopt(source_id=source.pk, **{**facts, **changed})
    assert not Adoption.objects.exists()
    return caught.value.code


def test_what_cannot_be_used(source: Process) -> None:
    own = actor(contributor_of=source.authority)
    reader = AuthorityFactory()
    assert code_of(source, by=own, authority_id=source.authority_id) == "own-process"
    assert code_of(source, authority_id=reader.pk, by=actor(reader_of=reader)) == "not-allowed"
    assert code_of(source, extent="half") == "invalid"
    assert code_of(source, extent="parts", parts=["soul"]) == "invalid"
    assert code_of(ProcessFactory()) == "not-found"


def test_one_may_copy_the_same_source_twice(source: Process) -> None:
    """Two departments may each have their own; both know where they are from."""
    taken_over(source)
    taken_over(source)
    assert source.adopted_by.count() == 2
