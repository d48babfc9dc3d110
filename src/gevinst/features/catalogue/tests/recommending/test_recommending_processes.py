"""Recommendations: what those like one reuse, with the reason, and nothing that the reader may not know."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from django.test import Client
from django.utils.translation import override

from gevinst.features.accounts.tests.factories import AuthorityFactory, UserFactory, actor
from gevinst.features.catalogue.actions.resemblance import refresh_resemblances
from gevinst.features.catalogue.actions.systems import system_named
from gevinst.features.catalogue.models import Landscape, Resemblance, Standing
from gevinst.features.catalogue.queries.recommending.recommended import nearest, recommended
from gevinst.features.catalogue.tasks.likeness import refresh_likeness
from gevinst.features.catalogue.tests.factories import ProcessFactory
from gevinst.features.catalogue.tests.reuse.factories import AdoptionFactory
from gevinst.features.catalogue.web.recommending.reasons import listed, reason

pytestmark = pytest.mark.django_db


@pytest.fixture
def here() -> Any:
    return AuthorityFactory(name="Her Kommune")


@pytest.fixture
def like(here: Any) -> Any:
    """An authority that has the same system and the same task; a stranger has neither."""
    system = system_named("Fagsystem X")
    there = AuthorityFactory(name="Skive Kommune")
    facts = {"public": True, "systems_used": [system.pk], "kle": ["27.36.04"]}
    for place in (here, there):
        ProcessFactory(authority=place, **facts)
    ProcessFactory(authority__name="Fremmed Kommune", public=True, kle=["00.01.00"])
    return there


def reused(like: Any, **source: Any) -> Any:
    facts = {"public": True, "systems_used": [system_named("fagsystem x").pk], "kle": ["27.36.22"]}
    return AdoptionFactory(
        source=ProcessFactory(**{**facts, **source}),
        process=ProcessFactory(authority=like, public=True),
    ).source


def found(here: Any, **kwargs: Any) -> list[Any]:
    return recommended(actor(reader_of=here), here.pk, **kwargs)


@pytest.mark.parametrize("kept", [True, False])
def test_what_one_like_us_reuses_is_recommended_with_the_reason(
    here: Any, like: Any, kept: bool
) -> None:
    source = reused(like)
    if kept:
        refresh_resemblances()
    (one,) = found(here)
    assert one.process == source
    assert (one.reused_by, one.common, one.both) == (
        (like.pk,),
        ("Fagsystem X", "KLE 27.36"),
        True,
    )
    with override("en"):
        assert reason(one, {like.pk: "Skive"}) == (
            "Skive is like you and reuses it. Skive and you both have Fagsystem X, KLE 27.36."
        )


def test_what_one_has_or_reuses_already_is_not(here: Any, like: Any) -> None:
    source = reused(like)
    reused(like, authority=here)
    AdoptionFactory(source=source, process=ProcessFactory(authority=here))
    assert found(here) == []


def test_what_others_have_not_shared_is_neither_recommended_nor_a_reason(
    here: Any, like: Any
) -> None:
    AdoptionFactory(source=ProcessFactory(public=True), process=ProcessFactory(authority=like))
    AdoptionFactory(source=ProcessFactory(), process=ProcessFactory(authority=like, public=True))
    assert found(here) == []


def test_of_a_family_the_first_source_is_recommended(here: Any, like: Any) -> None:
    source = reused(like)
    middle = source.adopted_by.get().process
    AdoptionFactory(source=middle, process=ProcessFactory(authority=like, public=True))
    assert [one.process for one in found(here)] == [source]


def test_what_runs_with_measured_effect_is_recommended_too(here: Any, like: Any) -> None:
    running = ProcessFactory(authority=like, public=True, in_operation=True)
    Standing.objects.update_or_create(process=running, defaults={"hours_measured": Decimal(120)})
    (one,) = found(here)
    assert (one.process, one.run_by, one.common) == (running, (like.pk,), ())
    with override("en"):
        said = reason(one, {like.pk: "Skive"})
    assert said == "Skive is like you and runs it with a measured effect."


def test_what_was_withdrawn_or_taken_since_the_night_is_left_out(here: Any, like: Any) -> None:
    source, other = reused(like), reused(like)
    refresh_resemblances()
    AdoptionFactory(source=other, process=ProcessFactory(authority=here))
    assert [one.process for one in found(here)] == [source]
    source.adopted_by.get().process.delete()
    assert found(here) == []


def test_the_front_page_does_not_wait_for_the_first_night(here: Any, like: Any) -> None:
    reused(like)
    assert found(here, kept_only=True) == []


def test_without_anybody_alike_nothing_is_recommended(here: Any) -> None:
    AdoptionFactory(process__public=True)
    assert found(here) == []


def test_only_so_many_are_shown_best_first(here: Any, like: Any) -> None:
    reused(like, systems_used=[], kle=[])
    best = reused(like)
    assert [one.process for one in found(here, limit=1)] == [best]


def test_likeness_is_kept_every_night(here: Any, like: Any) -> None:
    refresh_likeness(timestamp=0)
    refresh_likeness(timestamp=0)
    row = Resemblance.objects.get(authority=here)
    assert row.other == like
    assert 0.5 < row.score <= 1
    assert row.common["kle"] == ["27.36"]
    assert nearest(here.pk, 5) == [like.pk]


def test_what_an_authority_said_that_it_has_makes_it_alike(here: Any, like: Any) -> None:
    third = AuthorityFactory()
    Landscape.objects.create(authority=third, system=system_named("Fagsystem X"))
    assert third.pk in nearest(here.pk, 5)


@pytest.mark.parametrize(
    ("names", "said"),
    [(["A"], "A"), (["A", "B"], "A and B"), (["A", "B", "C", "D"], "A, B and 2 more")],
)
def test_names_are_listed_as_one_says_them(names: list[str], said: str) -> None:
    with override("en"):
        assert listed(names) == said


def test_the_page_gives_the_reason_and_says_how(client: Client, here: Any, like: Any) -> None:
    source = reused(like, title="Lægeregninger")
    refresh_resemblances()
    client.force_login(UserFactory(reader_of=here))
    page = client.get("/katalog/anbefalinger/").content.decode()
    assert source.title in page
    assert "Skive Kommune og I har begge Fagsystem X, KLE 27.36" in page
    assert "indbyggertal" in page
    assert source.title in client.get("/").content.decode()


def test_one_of_several_authorities_is_chosen_in_the_address(
    client: Client, here: Any, like: Any
) -> None:
    reused(like, title="Lægeregninger")
    other = AuthorityFactory(code="ANDEN", name="Anden Kommune")
    client.force_login(UserFactory(reader_of=here, contributor_of=other))
    page = client.get("/katalog/anbefalinger/?myndighed=ANDEN").content.decode()
    assert "Lægeregninger" not in page
    assert "Der er ikke noget at anbefale endnu" in page


def test_who_has_no_authority_is_recommended_nothing(client: Client) -> None:
    client.force_login(UserFactory())
    assert client.get("/katalog/anbefalinger/").status_code == 200
