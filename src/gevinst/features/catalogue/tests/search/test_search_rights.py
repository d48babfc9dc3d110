"""A search never returns, counts, suggests or shows what one may not open, and finds all that one may."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from django.core.cache import cache
from django.db import transaction
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gevinst.features.accounts.queries import actor_of, actor_of_token
from gevinst.features.accounts.tests.factories import AuthorityFactory, TokenFactory, UserFactory
from gevinst.features.catalogue.indexing import rebuilding
from gevinst.features.catalogue.models import Attachment, CoEditor, Comment, Process, Visibility
from gevinst.features.catalogue.permissions import internal_ids, readable
from gevinst.features.catalogue.queries.asked import Asked
from gevinst.features.catalogue.queries.searching.answer import Answer, Source
from gevinst.features.catalogue.queries.searching.found import matching, search
from gevinst.features.catalogue.queries.searching.showing import shown
from gevinst.features.catalogue.queries.similar import alike
from gevinst.features.catalogue.tests.factories import ProcessFactory
from gevinst.features.catalogue.tests.search.index import in_own_folder, indexed
from gevinst.shared.actor import GUEST, SYSTEM, Actor

pytestmark = pytest.mark.django_db


@pytest.fixture
def world(settings: Any, tmp_path: Path) -> Iterator[World]:
    yield from (make_world() for _ in in_own_folder(settings, tmp_path))


@dataclass(frozen=True)
class World:
    """Two authorities, and everybody who may ask."""

    places: list[Any]
    owner: Any
    editor: Any
    actors: dict[str, Actor]


def make_world() -> World:
    here, there = AuthorityFactory.create_batch(2)
    owner, editor = UserFactory(reader_of=here), UserFactory(reader_of=there)
    secret = TokenFactory(authority=here, role="reader").secret
    token = actor_of_token(secret)
    assert token is not None
    actors = {
        "guest": GUEST,
        "system": SYSTEM,
        "token": token,
        "reader": actor_of(UserFactory(reader_of=here)),
        "both": actor_of(UserFactory(reader_of=here, contributor_of=there)),
        "elsewhere": actor_of(UserFactory(reader_of=AuthorityFactory())),
        "nobody": actor_of(UserFactory()),
        "national": actor_of(UserFactory(national_admin=True)),
        "owner": actor_of(owner),
        "editor": actor_of(editor),
    }
    return World([here, there], owner, editor, actors)


# Each process has a word of its own in every place where a word may stand.
PLACES = ("title", "internal_notes", "comment", "internal_comment", "file", "internal_file")
LETTERS = "bdfgklmnprstv"


def word(number: int, place: int) -> str:
    """No two are alike, and none is a part of, or written nearly like, another."""
    return "x" + (LETTERS[number] + "o" + LETTERS[place]) * 3 + "q"


processes = st.lists(
    st.fixed_dictionaries(
        {
            "visibility": st.sampled_from(Visibility.values),
            "at": st.integers(0, 1),
            "withheld": st.booleans(),
            "owned": st.booleans(),
            "edited": st.booleans(),
            "rich": st.booleans(),
        }
    ),
    min_size=1,
    max_size=4,
)


def made(world: World, facts: list[dict[str, Any]]) -> list[Process]:
    return [_made(world, number, each) for number, each in enumerate(facts)]


def _made(world: World, number: int, facts: dict[str, Any]) -> Process:
    words = {place: word(number, n) for n, place in enumerate(PLACES)}
    process: Process = ProcessFactory(
        authority=world.places[facts["at"]],
        visibility=facts["visibility"],
        withheld=facts["withheld"],
        owner=world.owner if facts["owned"] else UserFactory(),
        title=words["title"],
        summary="fælles",
        challenge="",
        solution="",
        internal_notes=words["internal_notes"] if facts["rich"] else "",
    )
    if facts["edited"]:
        CoEditor.objects.create(process=process, user=world.editor)
    if facts["rich"]:
        for internal, text in ((False, words["comment"]), (True, words["internal_comment"])):
            Comment.objects.create(process=process, author_name="-", text=text, internal=internal)
        for internal, text in ((False, words["file"]), (True, words["internal_file"])):
            Attachment.objects.create(
                process=process, filename="a.txt", size=1, text=text, internal=internal
            )
    return process


def ask(actor: Actor, text: str, **more: Any) -> Answer:
    answer = search(actor, Asked(text=text, **more), size=50)
    assert answer.source is Source.INDEX
    return answer


def may_find(actor: Actor, process: Process, place: str) -> bool:
    """As the permissions say, of the database alone."""
    rows = Process.objects.filter(pk=process.pk)
    if not rows.filter(readable(actor)).exists():
        return False
    if place.startswith("internal"):
        return rows.filter(internal_ids(actor)).exists()
    return place != "comment" or actor.known


many = settings(
    max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def in_transaction(check: Any, world: World, facts: list[dict[str, Any]]) -> None:
    """Each example on its own, undone afterwards; an index does not see that, so each has its own too."""
    with transaction.atomic():
        rebuilding.rebuild()
        check(world, made(world, facts))
        transaction.set_rollback(True)


@many
@given(facts=processes)
def test_what_is_found_is_what_may_be_read(world: World, facts: list[dict[str, Any]]) -> None:
    in_transaction(_found_and_counted, world, facts)


def _found_and_counted(world: World, some: list[Process]) -> None:
    indexed()
    for actor in world.actors.values():
        rows = Process.objects.filter(readable(actor), pk__in=[one.pk for one in some])
        allowed = set(rows.values_list("pk", flat=True))
        everything = ask(actor, "")
        assert {hit.process.pk for hit in everything.hits} == allowed
        assert everything.total == len(allowed)
        for counts in (everything.counts["phase"], everything.counts["ready"]):
            assert sum(counts.values()) == len(allowed)
        assert sum(everything.counts["authority"].values()) == len(allowed)
        assert set(matching(actor, Asked(text="fælles"))) == allowed
        assert {one.process.pk for one in alike(actor, {"summary": "fælles"}, 50)} == allowed


@many
@given(facts=processes)
def test_each_word_is_found_by_those_who_may_read_it_and_told_to_no_other(
    world: World, facts: list[dict[str, Any]]
) -> None:
    in_transaction(_by_words, world, facts)


def _by_words(world: World, some: list[Process]) -> None:
    indexed()
    for name, actor in world.actors.items():
        for number, process in enumerate(some):
            for place in PLACES:
                said = _said(process, place, word(number, PLACES.index(place)))
                if said:
                    _check(name, actor, process, place, said)


def _said(process: Process, place: str, said: str) -> str:
    return said if place == "title" or process.internal_notes else ""


def _check(name: str, actor: Actor, process: Process, place: str, said: str) -> None:
    answer = ask(actor, said)
    found = [hit.process.pk for hit in answer.hits]
    if may_find(actor, process, place):
        assert found == [process.pk], (name, place)
        assert answer.total == 1
        assert "<" + said in _drawn(actor, answer, said)
        return
    assert process.pk not in found, (name, place)
    assert answer.total == len(found)
    assert said not in answer.suggestion
    misspelt = ask(actor, said[:-2] + "zq")
    assert said not in misspelt.suggestion, (name, place)
    assert said not in _drawn(actor, misspelt, said)
    likest = alike(actor, {"title": said, "description": said}, 50)
    assert process.pk not in {one.process.pk for one in likest if one.score > 0}


def _drawn(actor: Actor, answer: Answer, text: str) -> str:
    """Titles, summaries and passages, each marked piece with a < before it."""
    pieces = [
        piece
        for one in shown(actor, answer.hits, text)
        for piece in (*one.title, *one.summary, *one.passage)
    ]
    return "".join(f"<{text}" if marked else text for text, marked in pieces)


@pytest.mark.parametrize("visibility", Visibility.values)
def test_pages_tell_no_more_than_the_search(world: World, visibility: str) -> None:
    facts = {"visibility": visibility, "at": 0, "withheld": False, "owned": True}
    process = _made(world, 0, {**facts, "edited": False, "rich": True})
    indexed()
    outsider, guest = Client(), Client()
    outsider.force_login(UserFactory(reader_of=world.places[1]))
    for client, known in ((outsider, True), (guest, False)):
        for n, place in enumerate(PLACES):
            page = client.get("/katalog/", {"q": word(0, n)}).content.decode()
            open_to = visibility == "public" or (known and visibility == "all_authorities")
            told = open_to and not place.startswith("internal") and (known or place != "comment")
            assert (f"/katalog/{process.pk}/" in page) is told, (place, known)
            assert (re.search(f"<mark>{word(0, n)}</mark>", page) is not None) is told


@pytest.mark.parametrize(
    ("change", "text"),
    [
        ({"visibility": "personal"}, "xbob"),
        ({"withheld": True}, "xbob"),
        ({"title": "Noget andet"}, "xbobbobbobq"),
    ],
)
def test_what_is_taken_back_is_not_found_any_more(
    world: World, change: dict[str, Any], text: str
) -> None:
    process = ProcessFactory(public=True, title=word(0, 0), owner=world.owner)
    indexed()
    assert ask(GUEST, text).total == 1
    Process.objects.filter(pk=process.pk).update(**change)
    indexed()
    answer = ask(GUEST, text)
    assert (answer.total, answer.hits, answer.suggestion) == (0, [], "")


def test_the_database_has_the_last_word(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """An index that another process holds back is old: what was closed since is not shown all the same."""
    from gevinst.features.catalogue.indexing import following, place
    from gevinst.features.catalogue.queries.searching import found

    process = ProcessFactory(public=True, title=word(0, 0), internal_notes=word(0, 1))
    indexed()
    Process.objects.filter(pk=process.pk).update(visibility="authority")
    monkeypatch.setattr(found, "ready", lambda: following.Ready(place.current()))
    assert ask(GUEST, word(0, 0)).hits == []
    assert list(matching(GUEST, Asked(text=word(0, 0)))) == []


@pytest.mark.parametrize("who", ["reader", "elsewhere", "guest"])
def test_the_api_finds_what_the_page_does(world: World, who: str) -> None:
    cache.clear()
    process = ProcessFactory(shared=True, authority=world.places[0], title=word(0, 0))
    indexed()
    where = {"reader": world.places[0], "elsewhere": AuthorityFactory()}.get(who)
    headers = {}
    if where is not None:
        headers["authorization"] = f"Bearer {TokenFactory(authority=where, role='reader').secret}"
    answer = Client(headers=headers).get("/api/v1/search", {"q": word(0, 0)})
    if where is None:
        assert answer.status_code == 401
        return
    assert [one["id"] for one in answer.json()["items"]] == [process.pk]
