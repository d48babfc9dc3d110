"""What lists sort by follows the process, its adopters, its comments and what is measured."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from gevinst.features.accounts.tests.factories import AuthorityFactory, UserFactory, actor
from gevinst.features.catalogue import actions, measured, signals
from gevinst.features.catalogue.actions.standing import MOST_HOURS, refresh, refresh_all
from gevinst.features.catalogue.models import Adoption, BlockUse, Comment, Follow, Standing
from gevinst.features.catalogue.tests.factories import ProcessFactory
from gevinst.shared.actor import SYSTEM, Actor

pytestmark = pytest.mark.django_db
OPEN = {"repository_url": "https://example.org/", "licence": "EUPL-1.2", "documentation": "Se her"}


@pytest.fixture
def authority() -> Any:
    return AuthorityFactory()


@pytest.fixture
def by(authority: Any) -> Actor:
    return actor(contributor_of=authority)


def test_a_new_process_has_a_standing(authority: Any, by: Actor) -> None:
    facts = {"minutes": Decimal("4.50"), "occurrences": 1201, "automatable": Decimal("0.8")}
    made = actions.create(by=by, authority_id=authority.pk, title="T", summary="S", **facts)
    standing = Standing.objects.get(process=made)
    assert (standing.hours_expected, standing.suitability) == (Decimal("72.06"), None)
    assert (standing.readiness, standing.adopters) == ("E", 0)


def test_a_change_that_counts_is_counted(authority: Any, by: Actor) -> None:
    process = ProcessFactory(authority=authority)
    refresh([process.pk])
    actions.update(process_id=process.pk, by=by, **OPEN)
    assert Standing.objects.get().readiness == "C"
    actions.update(process_id=process.pk, by=by, infrastructure="En server", policies="Aftale")
    assert Standing.objects.get().readiness == "B"


def test_what_does_not_count_costs_no_more(authority: Any, by: Actor) -> None:
    process = ProcessFactory(authority=authority)
    refresh([process.pk])
    with CaptureQueriesContext(connection) as queries:
        actions.update(process_id=process.pk, by=by, title="Et andet navn")
    assert not [one for one in queries if 'catalogue_standing"' in one["sql"]]


def test_adopters_followers_and_comments_are_counted(authority: Any) -> None:
    source, one = ProcessFactory(public=True), ProcessFactory(authority=authority)
    again = ProcessFactory(authority=authority)
    for process in (one, again):
        adoption = Adoption.objects.create(process=process, source=source)
    signals.adopted.send(Adoption, adoption=adoption, actor=SYSTEM)
    Follow.objects.create(user=UserFactory(), process=source)
    for facts in ({}, {"internal": True}):
        comment = Comment.objects.create(process=source, author_name="A", text="T", **facts)
    signals.commented.send(Comment, comment=comment, actor=SYSTEM)
    standing = Standing.objects.get(process=source)
    assert (standing.adopters, standing.followers, standing.comments) == (1, 1, 1)


def test_a_block_that_is_attached_is_code(authority: Any, by: Actor) -> None:
    process = ProcessFactory(authority=authority)
    BlockUse.objects.create(process=process, key="invoice_control", version="1.0.0")
    actions.update(process_id=process.pk, by=by, documentation="D")
    assert Standing.objects.get().readiness == "C"


def test_measured_effect_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    one, other = ProcessFactory(), ProcessFactory()
    told = {one.pk: measured.Measured(Decimal("12.50"), Decimal(900))}
    monkeypatch.setattr(measured, "_tellers", [lambda ids: told, lambda ids: told])
    assert refresh([one.pk, other.pk]) == 2
    kept = Standing.objects.get(process=one)
    assert (kept.hours_measured, kept.amount_measured) == (Decimal("25.00"), Decimal(1800))
    assert Standing.objects.get(process=other).hours_measured is None


def test_only_what_differs_is_written() -> None:
    for _ in range(3):
        ProcessFactory()
    assert refresh_all() == 3
    assert refresh_all() == 0


def test_more_hours_than_fit_are_cut() -> None:
    big = ProcessFactory(minutes=Decimal("9999999"), occurrences=2**31 - 1, automatable=1)
    refresh([big.pk])
    assert Standing.objects.get().hours_expected == MOST_HOURS
