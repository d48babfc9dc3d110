"""The report of an import: names for ids, nobody's name, person numbers masked, long texts cut."""

from __future__ import annotations

import json
from typing import Any

import pytest

from gevinst.features.accounts.models import Authority
from gevinst.features.accounts.tests.factories import AuthorityFactory, UnitFactory, UserFactory
from gevinst.features.catalogue.actions.importing import plan
from gevinst.features.catalogue.actions.importing.reporting import LONGEST, report
from gevinst.features.catalogue.tests.importing.factories import item, reading, taken
from gevinst.shared.actor import SYSTEM

pytestmark = pytest.mark.django_db
NUMBER = "610101-2222"  # a replacement number: day 61, nobody's


@pytest.fixture
def authority() -> Authority:
    return AuthorityFactory()


def changes(before: dict[str, Any], after: dict[str, Any]) -> list[Any]:
    """What a dry run of `after` reports when `before` was taken in."""
    taken(before)
    return list(report(plan(reading(after), by=SYSTEM))["rows"][0]["changes"])


@pytest.mark.parametrize(
    ("name", "field"),
    [
        ("itSystems", "systems_today"),
        ("services", "systems_used"),
        ("technologies", "technologies"),
    ],
)
def test_systems_and_technologies_stand_with_their_names(
    authority: Authority, name: str, field: str
) -> None:
    before = item(authority, **{name: [{"name": "Opus"}]})
    after = item(authority, **{name: [{"name": "Nyt"}, {"name": "opus"}]})
    assert changes(before, after) == [[field, ["Opus"], ["Nyt", "Opus"]]]


def test_units_stand_with_their_names(authority: Authority) -> None:
    for name in ("Løn", "Regnskab"):
        UnitFactory(authority=authority, name=name)
    before, after = (item(authority, orgUnits=[{"name": one}]) for one in ("løn", "regnskab"))
    assert changes(before, after) == [["units", ["Løn"], ["Regnskab"]]]


def test_of_people_it_says_that_they_changed_and_not_who_they_are(authority: Authority) -> None:
    known = UserFactory(contributor_of=authority)
    after = item(authority, owner={"name": "x", "email": known.email})
    assert changes(item(authority), after) == [["owner", [], []]]


@pytest.mark.parametrize(
    ("name", "raw"),
    [
        ("title", NUMBER),
        ("legalClause", f"§ 1 om {NUMBER}"),
        ("technologies", [{"name": f"Robot {NUMBER}"}]),
        ("links", [f"https://x.dk/?q={NUMBER}"]),
        ("longDescription", "x" * (LONGEST - 10) + " " + NUMBER),  # the cut goes through it
    ],
)
def test_a_person_number_is_masked_wherever_it_stands(
    authority: Authority, name: str, raw: Any
) -> None:
    told = json.dumps(changes(item(authority), item(authority, **{name: raw})))
    assert "610101-x" in told
    assert "610101-2" not in told


@pytest.mark.parametrize(("length", "shown"), [(LONGEST, LONGEST), (LONGEST + 1, LONGEST + 1)])
def test_a_long_text_is_cut(authority: Authority, length: int, shown: int) -> None:
    [[_field, _before, after]] = changes(
        item(authority), item(authority, longDescription="x" * length)
    )
    assert len(after) == shown
    assert after.endswith("…") is (length > LONGEST)
