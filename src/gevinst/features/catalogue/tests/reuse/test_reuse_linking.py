"""Linking what was there before: never in a circle, and wrong links can be removed."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from gevinst.features.accounts.tests.factories import AuthorityFactory, actor
from gevinst.features.catalogue.actions.reuse import link, unlink
from gevinst.features.catalogue.models import Adoption, Process
from gevinst.features.catalogue.queries.reuse.family import descends
from gevinst.features.catalogue.tests.factories import ProcessFactory
from gevinst.features.catalogue.tests.reuse.factories import AdoptionFactory
from gevinst.shared.actor import SYSTEM
from gevinst.shared.errors import DomainError


def code_of(call: Any, **facts: Any) -> str:
    with pytest.raises(DomainError) as caught:
        call(**facts)
    return caught.value.code


@pytest.mark.django_db
def test_an_own_process_is_linked_to_its_source() -> None:
    home, source = AuthorityFactory(), ProcessFactory(public=True)
    process = ProcessFactory(authority=home, in_operation=True)
    adoption = link(
        process_id=process.pk, source_id=source.pk, extent="parts", by=actor(contributor_of=home)
    )
    assert (adoption.process_id, adoption.source_id, adoption.extent) == (
        process.pk,
        source.pk,
        "parts",
    )


@pytest.mark.django_db
def test_what_cannot_be_linked() -> None:
    process, source = ProcessFactory(public=True), ProcessFactory(public=True)
    at_home = actor(contributor_of=process.authority)
    facts = {"process_id": process.pk, "source_id": source.pk, "extent": "idea"}
    link(**facts, by=at_home)
    assert code_of(link, **facts, by=at_home) == "already-done"
    assert code_of(link, **facts, by=actor(contributor_of=source.authority)) == "not-allowed"
    neighbour = ProcessFactory(public=True, authority=process.authority)
    assert code_of(link, **{**facts, "source_id": neighbour.pk}, by=at_home) == "own-process"
    hidden = ProcessFactory()
    assert code_of(link, **{**facts, "source_id": hidden.pk}, by=at_home) == "not-found"


@pytest.mark.django_db
def test_a_process_does_not_adopt_its_own_descendant() -> None:
    first, middle, last = ProcessFactory.create_batch(3, public=True)
    AdoptionFactory(source=first, process=middle)
    AdoptionFactory(source=middle, process=last)
    wrong = {"process_id": first.pk, "source_id": last.pk, "extent": "whole"}
    assert code_of(link, **wrong, by=SYSTEM) == "circular"
    assert descends(last.pk, first.pk)
    assert not descends(first.pk, last.pk)


@pytest.mark.django_db
def test_a_wrong_link_is_removed_by_those_who_may_change_the_process() -> None:
    adoption = AdoptionFactory()
    stranger = actor(contributor_of=adoption.source.authority)
    assert code_of(unlink, adoption_id=adoption.pk, by=stranger) == "not-found"
    reader = actor(reader_of=adoption.process.authority)
    assert code_of(unlink, adoption_id=adoption.pk, by=reader) == "not-allowed"
    unlink(adoption_id=adoption.pk, by=actor(contributor_of=adoption.process.authority))
    assert not Adoption.objects.exists()


class WhateverIsLinked(TestCase):
    """Whatever people try to link, no process ever comes of itself."""

    @settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    @given(st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4)), max_size=14))
    def test_no_circle_closes(self, tries: list[tuple[int, int]]) -> None:
        family: list[Process] = ProcessFactory.create_batch(5, public=True)
        for source, process in tries:
            try:
                link(
                    process_id=family[process].pk,
                    source_id=family[source].pk,
                    extent="whole",
                    by=SYSTEM,
                )
            except DomainError as fault:
                assert fault.code in {"circular", "already-done", "own-process"}  # noqa: PT017
        assert not any(descends(each.pk, each.pk) for each in family)
