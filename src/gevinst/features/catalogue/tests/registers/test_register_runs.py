"""A file is planned, waits, is confirmed once; each sees only the runs that are theirs."""

from __future__ import annotations

import pytest
from django.utils.translation import override

from gevinst.features.accounts.tests.factories import AuthorityFactory, UserFactory
from gevinst.features.catalogue.actions.registers import runs
from gevinst.features.catalogue.actions.registers.report import report_of
from gevinst.features.catalogue.models import Code, ItSystem
from gevinst.shared.actor import SYSTEM, Actor, Role
from gevinst.shared.errors import DomainError

pytestmark = pytest.mark.django_db

FILE = b"Nummer;Navn\n26;Sundhed\nx;Fejl\n"
KITOS = b'[{"uuid": "00000000-0000-0000-0000-000000000001", "name": "Opus"}]'


def test_a_plan_waits_and_writes_nothing() -> None:
    made = runs.plan(source="form", content=FILE, filename="form.csv", by=SYSTEM)
    assert runs.waits(made)
    assert made.report["counts"]["new"] == 1
    assert made.report["remarks"] == [["", 3, "bad-code", "x"]]
    assert not Code.objects.exists()


def test_the_report_says_where_something_is_wrong_and_what() -> None:
    made = runs.plan(source="form", content=FILE, filename="form.csv", by=SYSTEM)
    with override("en"):
        assert report_of(made).remarks == [
            ("line 3", "“x” is not a code of dotted pairs; left out.")
        ]


def test_a_remark_without_a_line_names_its_place_alone() -> None:
    content = KITOS.replace(b"[", b'[{"uuid": "7", "name": "Uden"}, ')
    made = runs.plan(source="kitos", content=content, filename="kitos.json", by=SYSTEM)
    with override("en"):
        [(place, what)] = report_of(made).remarks
    assert place
    assert "line" not in place
    assert what == "“7” is not a uuid; left out."


def test_a_plan_is_confirmed_once() -> None:
    made = runs.plan(source="form", content=FILE, filename="form.csv", by=SYSTEM)
    done = runs.confirm(run_id=made.pk, by=SYSTEM)
    assert not runs.waits(done)
    assert Code.objects.get().title == "Sundhed"
    with pytest.raises(DomainError) as fault:
        runs.confirm(run_id=made.pk, by=SYSTEM)
    assert fault.value.code == "already-done"


def test_confirming_works_on_the_register_as_it_stands_then() -> None:
    made = runs.plan(source="form", content=FILE, filename="form.csv", by=SYSTEM)
    Code.objects.create(scheme="form", code="26", title="Gammel")
    assert runs.confirm(run_id=made.pk, by=SYSTEM).report["changed"] == [
        ["26", "title", "Gammel", "Sundhed"]
    ]


def test_systems_tell_what_changed_from_what_to_what() -> None:
    ItSystem.objects.create(label="opus", vendor="KMD")
    done = runs.take(source="kitos", content=KITOS, filename="kitos.json", by=SYSTEM)
    assert done.report["changed"] == [
        ["Opus", "label", "opus", "Opus"],
        ["Opus", "kitos", "", "00000000-0000-0000-0000-000000000001"],
    ]


@pytest.mark.parametrize(("source", "content"), [("kle", b"<x/>"), ("kitos", b"{")])
def test_another_file_is_refused_with_its_reason(source: str, content: bytes) -> None:
    with pytest.raises(DomainError) as fault:
        runs.plan(source=source, content=content, filename="x", by=SYSTEM)
    assert fault.value.code == "invalid"


def test_a_run_of_somebody_else_is_not_there() -> None:
    place, one, other = AuthorityFactory(), UserFactory(), UserFactory()
    admin = frozenset({Role.LOCAL_ADMIN})
    mine = Actor(name="En", user_id=one.pk, roles={place.pk: admin})
    theirs = Actor(name="Anden", user_id=other.pk, roles={place.pk: admin})
    made = runs.plan(source="kitos", content=KITOS, filename="x", by=mine)
    assert runs.run(made.pk, by=mine) == made
    assert runs.run(made.pk, by=Actor(name="National", national=True)) == made
    with pytest.raises(DomainError) as fault:
        runs.run(made.pk, by=theirs)
    assert fault.value.code == "not-found"


def test_code_lists_are_not_for_local_administrators() -> None:
    place = AuthorityFactory()
    local = Actor(name="Lokal", roles={place.pk: frozenset({Role.LOCAL_ADMIN})})
    with pytest.raises(DomainError) as fault:
        runs.plan(source="kle", content=FILE, filename="x", by=local)
    assert fault.value.code == "not-allowed"
