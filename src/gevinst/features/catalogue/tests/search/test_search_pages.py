"""The list, its filters and its addresses; comparing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.utils.datastructures import MultiValueDict

from gevinst.features.accounts.tests.factories import AuthorityFactory, UserFactory
from gevinst.features.catalogue.models import (
    Attachment,
    BlockUse,
    Code,
    Follow,
    ItSystem,
    Standing,
    Technology,
)
from gevinst.features.catalogue.queries.asked import Asked, address, asked_from, asked_of
from gevinst.features.catalogue.tests.factories import ProcessFactory
from gevinst.features.catalogue.tests.search.index import in_own_folder, indexed

pytestmark = pytest.mark.django_db
SOURCES = ("index", "database")


@pytest.fixture(params=SOURCES)
def ready(request: Any, settings: Any, tmp_path: Path) -> Iterator[Any]:
    """Called when the world is made: the same must be found by the index and by the database."""
    if request.param == "database":
        yield lambda: None
        return
    own = in_own_folder(settings, tmp_path)
    next(own)
    yield indexed
    next(own, None)


def titles(page: str) -> list[str]:
    found = re.findall(r'<h2><a href="/katalog/\d+/">(.*?)</a>', page)
    return [unescape(re.sub("</?mark>", "", one)) for one in found]


def show(client: Client, query: str = "") -> str:
    answer = client.get(f"/katalog/?{query}")
    assert answer.status_code == 200
    return str(answer.content.decode())


def make_some() -> dict[str, Any]:
    system, technology = (
        ItSystem.objects.create(label="Nova"),
        Technology.objects.create(label="Py"),
    )
    here = AuthorityFactory(code="HER", name="Her Kommune")
    one = ProcessFactory(
        public=True, title="Alfa", authority=here, phase="operation", domains=["it"], kle=["32.45.04"],
        form=["20.10"], technologies=[technology.pk], systems_used=[system.pk],
    )  # fmt: skip
    two = ProcessFactory(public=True, title="Beta", domains=["hr"], kle=["32.07"], form=["21.05"])
    three = ProcessFactory(public=True, title="Århus", phase="development", block_key="x")
    BlockUse.objects.create(process=two, key="invoice_control", version="1.0.0")
    Standing.objects.create(process=one, hours_measured=150, hours_expected=9, readiness="A")
    Standing.objects.create(process=two, hours_expected=2500, adopters=3, readiness="B")
    return {"one": one, "two": two, "three": three, "system": system, "technology": technology}


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", {"Alfa", "Beta", "Århus"}),
        ("fase=operation", {"Alfa"}),
        ("fase=operation&fase=development", {"Alfa", "Århus"}),
        ("myndighed=HER", {"Alfa"}),
        ("myndighed=HER&myndighed=ukendt", {"Alfa"}),
        ("omraade=it&omraade=hr", {"Alfa", "Beta"}),
        ("kle=32", {"Alfa", "Beta"}),
        ("kle=32.45", {"Alfa"}),
        ("kle=32.4", set()),
        ("form=21", {"Beta"}),
        ("teknologi={technology}", {"Alfa"}),
        ("system={system}", {"Alfa"}),
        ("byggeklods=invoice_control", {"Beta"}),
        ("byggeklods=x", {"Århus"}),
        ("effekt=measured", {"Alfa"}),
        ("effekt=expected", {"Beta"}),
        ("effekt=none", {"Århus"}),
        ("timer=100", {"Alfa"}),
        ("timer=2000", {"Beta"}),
        ("timer=500", set()),
        ("parat=A&parat=B", {"Alfa", "Beta"}),
        ("aendret=7", {"Alfa", "Beta", "Århus"}),
        ("omraade=it&effekt=expected", set()),
    ],
)
def test_each_filter_leaves_what_fits(
    client: Client, ready: Any, query: str, found: set[str]
) -> None:
    made = make_some()
    ready()
    ids = {name: one.pk for name, one in made.items()}
    assert set(titles(show(client, query.format(**ids)))) == found


@pytest.mark.parametrize(
    ("sort", "first"),
    [("effect", "Alfa"), ("adoption", "Beta"), ("newest", "Århus"), ("title", "Alfa")],
)
def test_the_list_is_sorted(client: Client, ready: Any, sort: str, first: str) -> None:
    make_some()
    ready()
    assert titles(show(client, f"sorter={sort}"))[0] == first


def test_titles_stand_in_the_danish_alphabet(client: Client, ready: Any) -> None:
    for title in ("Åben", "Zebra", "Ærlig", "Bil to", "Øl", "Bil"):
        ProcessFactory(public=True, title=title)
    ready()
    found = titles(show(client, "sorter=title"))
    assert found == ["Bil", "Bil to", "Zebra", "Ærlig", "Øl", "Åben"]


def counts(page: str) -> dict[str, int]:
    """Address to count of each choice that can be made."""
    found = re.findall(
        r'<li><a href="\?([^"]+)"><span>[^<]*</span> <span class="g-count">(\d+)', page
    )
    return {unescape(query): int(number) for query, number in found}


@pytest.mark.parametrize("query", ["", "fase=operation", "kle=32&q=robotten"])
def test_each_count_is_what_the_choice_gives(client: Client, ready: Any, query: str) -> None:
    make_some()
    ready()
    offered = counts(show(client, query))
    assert offered
    for choice, number in offered.items():
        # A choice in a filter that has one already adds to it: what it alone leaves is counted.
        alone = _alone(query, choice)
        assert len(titles(show(client, alone))) == number, choice


def _alone(query: str, choice: str) -> str:
    before, after = asked_of(query), asked_of(choice)
    for name, values in after.chosen.items():
        held = getattr(before, name)
        if len(values) > len(held) > 0:
            new: Any = {name: tuple(one for one in values if one not in held)}
            return address(replace(after, **new))
    return choice


def test_what_is_mine_what_i_follow_and_what_is_ours(client: Client, ready: Any) -> None:
    user = UserFactory(reader_of=AuthorityFactory())
    ours, theirs = user.memberships.get().authority, AuthorityFactory()
    ProcessFactory(title="Min", public=True, contact=user)
    ProcessFactory(title="Vores", authority=ours)
    followed = ProcessFactory(title="Fulgt", public=True)
    ProcessFactory(title="Deres", public=True, authority=theirs)
    Follow.objects.create(user=user, process=followed)
    Follow.objects.create(user=user, authority=theirs)
    ready()
    client.force_login(user)
    assert set(titles(show(client, "mine=mine"))) == {"Min"}
    assert set(titles(show(client, "mine=home"))) == {"Vores"}
    assert set(titles(show(client, "mine=followed"))) == {"Fulgt", "Deres"}
    assert set(titles(show(client, "mine=followed&mine=mine"))) == {"Fulgt", "Deres", "Min"}


def test_the_codes_of_a_chosen_group_come_into_sight(client: Client, ready: Any) -> None:
    Code.objects.create(scheme="kle", code="32", title="Ydelser")
    make_some()
    ready()
    page = show(client)
    assert "32 Ydelser" in page
    assert "32.45" not in page
    assert "32.45<" in show(client, "kle=32")


def test_a_hit_says_where_it_was_found(client: Client, settings: Any, tmp_path: Path) -> None:
    own = in_own_folder(settings, tmp_path)
    next(own)
    one = ProcessFactory(public=True, solution="Der står en brandhane <b>her</b>.")
    Attachment.objects.create(process=one, filename="a.txt", size=1, text="Om vejsalt og sne")
    indexed()
    page = show(client, "q=brandhaner")
    assert "Der står en <mark>brandhane</mark> &lt;b&gt;her" in page
    assert "løsning" in page.lower()
    page = show(client, "q=vejsalt")
    assert "Om <mark>vejsalt</mark> og sne" in page
    assert "bilag" in page


def test_a_misspelling_is_answered_with_what_was_meant(
    client: Client, settings: Any, tmp_path: Path
) -> None:
    next(in_own_folder(settings, tmp_path))
    ProcessFactory(public=True, title="Brandhaner i byen")
    indexed()
    page = show(client, "q=bradhaner&fase=idea")
    assert 'href="?q=brandhaner&amp;fase=idea"' in page


def test_a_page_beyond_the_last_is_the_last(client: Client, ready: Any) -> None:
    authority = AuthorityFactory()
    for n in range(21):
        ProcessFactory(public=True, authority=authority, title=f"Nummer {n}")
    ready()
    assert len(titles(show(client, "side=99"))) == 1


def test_nothing_found_says_what_to_do(client: Client, ready: Any) -> None:
    user = UserFactory(contributor_of=AuthorityFactory())
    ProcessFactory(public=True)
    ready()
    client.force_login(user)
    page = show(client, "q=findesikkexyz&fase=operation")
    for way in ("/katalog/ny/", 'href="/katalog/?q=findesikkexyz"', "/katalog/hjaelp/"):
        assert way in page


@pytest.mark.parametrize(
    "query",
    ["", "q=l%C3%B8n", "fase=idea&fase=operation&kle=32&aendret=30&mine=home&sorter=effect"],
)
def test_an_address_is_written_as_it_was_read(query: str) -> None:
    assert address(asked_of(query)) == query


def test_what_makes_no_sense_is_not_asked() -> None:
    given = {"fase": ["x"], "kle": ["';"], "teknologi": ["x", "9" * 30], "side": ["-1"]}
    given |= {"aendret": ["8"], "mine": ["alt"], "sorter": ["id"], "q": ["\0 '"], "timer": ["7"]}
    assert asked_from(MultiValueDict(given)) == Asked()


def test_processes_stand_side_by_side(client: Client) -> None:
    made = make_some()
    hidden = ProcessFactory(title="Skjult")
    some = [made["two"].pk, hidden.pk, made["one"].pk]
    page = client.get("/katalog/sammenlign/", {"p": some}).content.decode()
    heads = re.findall(r'<th scope="col"><a href="/katalog/\d+/">(.*?)</a>', page)
    assert heads == ["Beta", "Alfa"]
    assert "Nova" in page
    assert "2.500" in page


@pytest.mark.parametrize("query", ["", "p=x&p=-1&p=99999999999999999999"])
def test_nothing_to_compare_says_what_to_do(client: Client, query: str) -> None:
    page = client.get(f"/katalog/sammenlign/?{query}").content.decode()
    assert 'href="/katalog/"' in page
    assert "<table" not in page


def test_no_more_than_four_are_compared(client: Client) -> None:
    some = [one.pk for one in ProcessFactory.create_batch(5, public=True)]
    page = client.get("/katalog/sammenlign/", {"p": some}).content.decode()
    assert page.count('<th scope="col">') == 4
