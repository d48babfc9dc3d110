"""The authorities of Denmark, who follows whom, and their order."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

import pytest

from gevinst.engines.identifiers import is_cvr
from gevinst.features.accounts import actions, queries
from gevinst.features.accounts.models import Authority
from gevinst.features.accounts.tests.factories import AuthorityFactory, UnitFactory, actor
from gevinst.shared.danish import danish_sort_key
from gevinst.shared.errors import DomainError
from gevinst.shared.models import AuditEntry

SOURCE = Path(__file__).resolve().parents[6] / "shared" / "data" / "authorities.csv"
BEFORE, AFTER = date(2026, 12, 31), date(2027, 1, 1)


@pytest.fixture
def loaded(db: None) -> None:
    actions.load_authorities()


def test_loading_twice_changes_nothing_the_second_time(loaded: None) -> None:
    assert AuditEntry.objects.get().facts == {"changed": 104}
    assert actions.load_authorities() == 0


@pytest.mark.django_db
def test_a_fact_that_differs_is_put_right_and_counted(loaded: None) -> None:
    Authority.objects.filter(code="0751").update(name="Århus Kommune")
    assert actions.load_authorities() == 1
    assert queries.authority_by_code("0751").name == "Aarhus Kommune"


@pytest.mark.django_db
def test_only_a_national_administrator_loads_authorities() -> None:
    with pytest.raises(DomainError):
        actions.load_authorities(by=actor(local_admin_of=AuthorityFactory()))


@pytest.mark.parametrize(("on", "regions"), [(BEFORE, 5), (AFTER, 4)])
def test_there_are_98_municipalities_and_the_regions_of_the_day(
    loaded: None, on: date, regions: int
) -> None:
    kinds = [authority.kind for authority in queries.authorities(on)]
    assert (kinds.count("municipality"), kinds.count("region")) == (98, regions)
    assert queries.authorities().count() == 104


@pytest.mark.parametrize(
    ("code", "on", "name"),
    [
        ("1084", BEFORE, "Region Hovedstaden"),
        ("1084", AFTER, "Region Østdanmark"),
        ("1085", AFTER, "Region Østdanmark"),
        ("1082", AFTER, "Region Midtjylland"),
        ("OEST", BEFORE, None),
        ("1084", date(2006, 12, 31), None),
    ],
)
def test_who_does_the_work_on_a_day(loaded: None, code: str, on: date, name: str | None) -> None:
    found = queries.authority_on(queries.authority_by_code(code), on)
    assert (found.name if found else None) == name


def test_every_cvr_number_is_valid(loaded: None) -> None:
    stated = [authority.cvr for authority in queries.authorities() if authority.cvr]
    assert len(stated) == 103
    assert all(is_cvr(cvr) for cvr in stated)


@pytest.mark.django_db
def test_an_authority_that_ended_without_a_successor_has_nobody() -> None:
    ended = AuthorityFactory(valid_to=BEFORE)
    assert queries.authority_on(ended, AFTER) is None


@pytest.mark.skipif(
    not SOURCE.exists(), reason="NOT RUN: the shared facts are not beside the project"
)
def test_the_facts_are_those_of_the_source(loaded: None) -> None:
    """Names are compared without case: the source writes “Høje-taastrup”."""
    held = {authority.code: authority for authority in queries.authorities()}
    with SOURCE.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    for row in rows:
        mine = held.pop(row["code"])
        assert mine.name.lower() == row["name"].lower()
        assert (mine.kind, mine.cvr, mine.region_code) == (
            row["kind"],
            row["cvr"],
            row["region_code"],
        )
        assert str(mine.valid_from) == row["valid_from"]
        assert str(mine.valid_to or "") == row["valid_to"]
    assert [authority.name for authority in held.values()] == ["Region Østdanmark"]


@pytest.mark.parametrize(
    "names",
    [
        ["Odense", "Zoo", "Ærø", "Øster", "Aabenraa", "Åhus", "Aalborg"],
        ["Fanø", "Favrskov", "Faxe", "Faaborg-Midtfyn"],
        ["Høje-Taastrup", "Høje-Tåstrup 2", "Høng"],
        ["Region Hovedstaden", "Region Sjælland", "Region Østdanmark"],
        ["Muller", "Myre", "Müsli"],
    ],
)
def test_danish_alphabetical_order(names: list[str]) -> None:
    assert sorted(set(names), key=danish_sort_key) == names


def test_case_and_spaces_do_not_count() -> None:
    assert danish_sort_key("  AARHUS   kommune") == danish_sort_key("Århus Kommune")


def test_the_database_sorts_by_the_key(loaded: None) -> None:
    names = [authority.name for authority in queries.authorities(BEFORE)]
    assert names[0] == "Albertslund Kommune"
    assert names[-3:] == ["Aabenraa Kommune", "Aalborg Kommune", "Aarhus Kommune"]


@pytest.mark.django_db
def test_a_unit_has_a_name_a_place_and_is_made_once() -> None:
    home = AuthorityFactory()
    admin = actor(local_admin_of=home)
    top = actions.add_unit(authority=home, name=" Økonomi ", by=admin)
    below = actions.add_unit(authority=home, name="Økonomi", parent=top, by=admin)
    assert [unit.name for unit in queries.units(home)] == ["Økonomi", "Økonomi"]
    assert below.parent == top


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("case", "code"),
    [
        ("nameless", "invalid"),
        ("foreign", "invalid"),
        ("twice", "already-done"),
        ("clerk", "not-allowed"),
    ],
)
def test_a_unit_is_refused(case: str, code: str) -> None:
    home = AuthorityFactory()
    UnitFactory(authority=home, name="Regnskab")
    parent = UnitFactory() if case == "foreign" else None
    by = actor(clerk_of=home) if case == "clerk" else actor(local_admin_of=home)
    name = {"nameless": " ", "twice": "Regnskab"}.get(case, "Ny")
    with pytest.raises(DomainError) as fault:
        actions.add_unit(authority=home, name=name, parent=parent, by=by)
    assert fault.value.code == code
