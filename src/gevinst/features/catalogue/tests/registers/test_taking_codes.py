"""A code list is taken in: what would change is told first, and processes move from replaced codes."""

from __future__ import annotations

from datetime import date

import pytest

from gevinst.engines.exchange.codes import CodeList, CodeRecord
from gevinst.features.accounts.tests.factories import UserFactory
from gevinst.features.catalogue import history
from gevinst.features.catalogue.actions.registers import plan_codes, take_codes
from gevinst.features.catalogue.models import Code
from gevinst.features.catalogue.tests.factories import ProcessFactory
from gevinst.features.catalogue.tests.registers.factories import CodeFactory
from gevinst.shared.actor import GUEST, SYSTEM, Actor
from gevinst.shared.errors import DomainError
from gevinst.shared.models import AuditEntry

pytestmark = pytest.mark.django_db

ENDED = date(2020, 1, 1)
NATIONAL = Actor(name="National", national=True)


def listed(*records: CodeRecord, scheme: str = "kle") -> CodeList:
    """A list of the records."""
    return CodeList(scheme, "2025-10-01", records)


def test_a_plan_tells_and_writes_nothing() -> None:
    CodeFactory(code="32", title="Økonomi")
    CodeFactory(code="33", title="Gammel titel")
    CodeFactory(code="34", title="Ikke i filen")
    read = listed(CodeRecord("32", "Økonomi"), CodeRecord("33", "Ny"), CodeRecord("35", "Frisk"))
    plan = plan_codes(read)
    assert [each.code for each in plan.new] == ["35"]
    assert [(row.title, record.title) for row, record in plan.changed] == [("Gammel titel", "Ny")]
    assert (plan.same, plan.gone) == (1, ["34"])
    assert Code.objects.count() == 3


def test_taking_twice_changes_nothing_the_second_time() -> None:
    read = listed(CodeRecord("32", "Økonomi", valid_from=ENDED, replaced_by=("33",)))
    take_codes(read=read, by=NATIONAL)
    again = take_codes(read=read, by=NATIONAL)
    assert (again.new, again.changed, again.same) == ([], [], 1)
    row = Code.objects.get()
    assert (row.title, row.valid_from, row.replaced_by, row.version) == (
        "Økonomi",
        ENDED,
        ["33"],
        "2025-10-01",
    )


def test_the_schemes_do_not_meet() -> None:
    CodeFactory(scheme="kle", code="05", title="KLE")
    assert plan_codes(listed(CodeRecord("05", "FORM"), scheme="form")).gone == []


REPLACED = CodeRecord("32.45", "Gammel", valid_to=ENDED, replaced_by=("32.46",))
SPLIT = CodeRecord("32.50", "Delt", valid_to=ENDED, replaced_by=("32.46", "32.47"))
GONE = CodeRecord("32.60", "Væk", valid_to=ENDED)
NEW = (CodeRecord("32.46", "Ny"), CodeRecord("32.47", "Anden"))


@pytest.mark.parametrize(
    ("before", "after", "to_choose"),
    [
        (["32.45"], ["32.46"], []),
        (["32.45", "32.46"], ["32.46"], []),
        (["32.50"], ["32.50"], [("32.50", ("32.46", "32.47"))]),
        (["32.60", "32.45"], ["32.60", "32.46"], [("32.60", ())]),
        (["99.99"], ["99.99"], []),
    ],
)
def test_processes_move_where_one_code_took_the_place(
    before: list[str], after: list[str], to_choose: list[tuple[str, tuple[str, ...]]]
) -> None:
    process = ProcessFactory(kle=before)
    plan = take_codes(read=listed(REPLACED, SPLIT, GONE, *NEW), by=SYSTEM)
    process.refresh_from_db()
    assert process.kle == after
    assert [(code, to) for _id, code, to in plan.moves.open] == to_choose


def test_a_move_stands_in_the_history_of_the_process() -> None:
    process = ProcessFactory(kle=["32.45"])
    take_codes(read=listed(REPLACED, *NEW), by=NATIONAL)
    latest = history.history(process, SYSTEM)[0]
    assert [(each.before, each.after) for each in latest.differences] == [("32.45", "32.46")]


@pytest.mark.parametrize("actor", [GUEST, "somebody"])
def test_only_who_answers_for_all_may_take_codes_in(actor: Actor | str) -> None:
    by = actor if isinstance(actor, Actor) else Actor(name="x", user_id=UserFactory().pk)
    with pytest.raises(DomainError) as fault:
        take_codes(read=listed(*NEW), by=by)
    assert fault.value.code == "not-allowed"
    assert not Code.objects.exists()


def test_taking_codes_leaves_a_trace() -> None:
    take_codes(read=listed(*NEW), by=NATIONAL)
    entry = AuditEntry.objects.get(action="catalogue.take_codes")
    assert entry.facts == {
        "scheme": "kle",
        "version": "2025-10-01",
        "new": 2,
        "changed": 0,
        "processes": 0,
    }
