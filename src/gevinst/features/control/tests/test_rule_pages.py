"""The pages of the rules: the rule book, one rule, its SQL, and who may see them."""

from __future__ import annotations

import pytest
from django.test import Client

from gevinst.engines.blockkit import block
from gevinst.engines.control.checkup import load_for
from gevinst.features.accounts.models import User
from gevinst.features.control.tests.people import BLOCK, People

pytestmark = pytest.mark.django_db


@pytest.fixture
def reader(people: People, client: Client) -> Client:
    """A browser in which the reader is signed in."""
    client.force_login(User.objects.get(pk=people.reader.user_id))
    return client


def book_url(people: People) -> str:
    return f"/regler/{people.authority.code}/{BLOCK}/"


def rule_ids() -> list[str]:
    found = block(BLOCK)
    return list({rule.id: None for rule in load_for(found.rule_files, found.manifest).rules})


def test_the_rule_books_are_listed(people: People, reader: Client) -> None:
    answer = reader.get("/regler/")
    assert book_url(people) in answer.content.decode()


def test_the_rule_book_has_every_rule(people: People, reader: Client) -> None:
    text = reader.get(book_url(people)).content.decode()
    assert [each for each in rule_ids() if f"{book_url(people)}{each}/" not in text] == []


def test_the_rule_book_is_searched_and_filtered(people: People, reader: Client) -> None:
    found = block(BLOCK)
    rule = load_for(found.rule_files, found.manifest).rules[0]
    text = reader.get(book_url(people), {"q": rule.id, "koe": rule.queue}).content.decode()
    assert f"{book_url(people)}{rule.id}/" in text
    nothing = reader.get(book_url(people), {"q": "findes-slet-ikke"}).content.decode()
    assert f"{book_url(people)}{rule.id}/" not in nothing


def test_every_rule_is_explained_with_its_examples(people: People, reader: Client) -> None:
    for rule_id in rule_ids():
        answer = reader.get(f"{book_url(people)}{rule_id}/")
        assert answer.status_code == 200, rule_id
        text = answer.content.decode()
        assert "rules-holds" in text, rule_id
        assert "rules-broken" not in text, rule_id


@pytest.mark.parametrize("dialect", ["duckdb", "postgres", "spark"])
def test_the_sql_is_saved(people: People, reader: Client, dialect: str) -> None:
    answer = reader.get(f"{book_url(people)}{rule_ids()[0]}/sql/{dialect}.sql")
    assert answer.content.decode().startswith("-- ")
    assert "attachment" in answer["Content-Disposition"]


@pytest.mark.parametrize("path", ["no-such-rule/", "{rule}/?version=no", "{rule}/sql/oracle.sql"])
def test_what_is_not_there(people: People, reader: Client, path: str) -> None:
    url = book_url(people) + path.format(rule=rule_ids()[0])
    assert reader.get(url).status_code == 404


def test_a_block_that_is_not_installed(people: People, reader: Client) -> None:
    assert reader.get(f"/regler/{people.authority.code}/no-such-block/").status_code == 404
