"""The ledger of a case's risk pool: what may be moved, by whom, and what becomes of the risks."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.db import IntegrityError, ProgrammingError, transaction
from django.utils import timezone

from gevinst.features.benefits.actions import cases as writing
from gevinst.features.benefits.actions.following.pool import expire_risk, move_pool
from gevinst.features.benefits.casework.states import CaseState
from gevinst.features.benefits.models import BusinessCase, PoolEntry
from gevinst.features.benefits.queries.following.ledger import ledger_of, risks_now
from gevinst.features.benefits.queries.following.pool import pool_standing
from gevinst.features.benefits.tests.case_people import (
    SOUND,
    CasePeople,
    case_people,
    proposed_case,
    sound_case,
)
from gevinst.shared.errors import DomainError
from gevinst.shared.models import AuditEntry

pytestmark = pytest.mark.django_db
NEW_YEAR, SPRING = date(2026, 1, 1), date(2026, 4, 1)
D = Decimal


@pytest.fixture
def people() -> CasePeople:
    return case_people()


def moved(case: BusinessCase, people: CasePeople, **other: Any) -> PoolEntry:
    facts = {
        "kind": "set-aside",
        "day": NEW_YEAR,
        "amount": D(10_000),
        "reason": "Budget",
        "by": people.writer,
    }
    return move_pool(case=case, **{**facts, **other})


def drawn(case: BusinessCase, people: CasePeople, **other: Any) -> PoolEntry:
    facts = {"kind": "draw", "day": SPRING, "amount": D(4000), "reason": "Sent", "risk": "delay"}
    return moved(case, people, **{**facts, **other})


def expired(case: BusinessCase, people: CasePeople, **other: Any) -> PoolEntry:
    facts = {"risk": "delay", "day": SPRING, "reason": "Leveret", "by": people.writer}
    return expire_risk(case=case, **{**facts, **other})


def refused(code: str, act: Any, *given: Any, **named: Any) -> DomainError:
    with pytest.raises(DomainError) as fault:
        act(*given, **named)
    assert fault.value.code == code
    return fault.value


def test_what_is_set_aside_and_drawn_leaves_a_balance(people: CasePeople) -> None:
    case = sound_case(people)
    moved(case, people)
    made = drawn(case, people, line="one_off")
    assert (made.line, made.by_name) == ("one_off", people.writer.name)
    assert ledger_of(case).balance(SPRING) == 6000
    assert AuditEntry.objects.filter(action="benefits.move_pool").count() == 2


def test_a_draw_does_not_turn_an_approved_case_into_a_draft(people: CasePeople) -> None:
    case = proposed_case(people)
    writing.approve_case(case=case, by=people.second, answer="")
    moved(case, people)
    assert BusinessCase.objects.get(pk=case.pk).state == CaseState.APPROVED


# occurred | kind | what becomes of the risk
BECOMES = [(True, "draw", "occurred"), (False, "draw", "open"), (True, "release", "open")]


@pytest.mark.parametrize(("occurred", "kind", "state"), BECOMES)
def test_a_draw_may_say_that_the_risk_has_occurred(
    people: CasePeople, occurred: bool, kind: str, state: str
) -> None:
    case = sound_case(people)
    moved(case, people)
    drawn(case, people, occurred=occurred, kind=kind)
    assert [one.status for one in risks_now(case)] == [state]


def test_a_risk_occurs_once(people: CasePeople) -> None:
    case = sound_case(people)
    moved(case, people)
    drawn(case, people, occurred=True)
    drawn(case, people)
    refused("wrong-state", drawn, case, people, occurred=True)
    refused("wrong-state", expired, case, people)


def test_an_expired_risk_releases_its_expected_cost(people: CasePeople) -> None:
    case = sound_case(people)
    moved(case, people)
    needed = pool_standing(case, SPRING).pool.total
    assert expired(case, people).amount == needed > 0
    assert pool_standing(case, SPRING).pool.total == 0
    assert pool_standing(case, SPRING).spread is None


def test_an_expired_risk_without_a_pool_releases_nothing(people: CasePeople) -> None:
    case = sound_case(people)
    assert expired(case, people).amount == 0
    assert ledger_of(case).entries == ()
    assert [one.status for one in risks_now(case)] == ["expired"]


TOMORROW = timezone.localdate() + timedelta(days=1)
REFUSED: list[tuple[str, dict[str, Any]]] = [
    ("kind", {"kind": "borrow"}),
    ("kind", {"kind": "draw"}),
    ("reason", {"reason": " "}),
    ("day", {"day": TOMORROW}),
    ("amount", {"amount": D(0)}),
    ("amount", {"amount": D(-1)}),
    ("amount", {"amount": D(10) ** 13}),
    ("risk", {"risk": "nobody"}),
]


@pytest.mark.parametrize(("field", "facts"), REFUSED)
def test_refused(people: CasePeople, field: str, facts: dict[str, Any]) -> None:
    assert refused("invalid", moved, sound_case(people), people, **facts).facts["field"] == field


@pytest.mark.parametrize(
    ("field", "facts"),
    [("reason", {"reason": ""}), ("day", {"day": TOMORROW}), ("risk", {"risk": "x"})],
)
def test_expiry_refused(people: CasePeople, field: str, facts: dict[str, Any]) -> None:
    assert refused("invalid", expired, sound_case(people), people, **facts).facts["field"] == field


def test_only_contributors_of_an_open_case(people: CasePeople) -> None:
    case = sound_case(people)
    refused("not-allowed", moved, case, people, by=people.reader)
    refused("not-allowed", moved, case, people, by=people.stranger)
    writing.archive_case(case=case, by=people.writer)
    refused("wrong-state", moved, case, people)


def test_an_entry_is_never_changed(people: CasePeople) -> None:
    made = moved(sound_case(people), people)
    for act in (made.save, made.delete):
        with pytest.raises(ProgrammingError), transaction.atomic():
            act()


def test_an_entry_that_moves_nothing_is_an_expired_risk(people: CasePeople) -> None:
    case = sound_case(people)
    with pytest.raises(IntegrityError), transaction.atomic():
        PoolEntry.objects.create(
            case=case, day=SPRING, kind="draw", amount=0, reason="x", by_name="x"
        )


def test_the_standing_tells_quantiles_and_a_curve(people: CasePeople) -> None:
    found = pool_standing(sound_case(people), SPRING)
    assert [p for p, _ in found.quantiles] == [D("0.5"), D("0.8"), D("0.9")]
    assert found.curve[-1][1] == 1
    assert found.standing.surplus == -found.pool.total
    assert (str(sum(1 for row in found.map.rows for cell in row if cell.risks)), found.fault) == (
        "1",
        "",
    )


def test_a_risk_that_is_none_is_told_as_a_fault(
    people: CasePeople, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file that is checked has none; one from before the check may."""

    def refuse(case: object) -> None:
        raise ValueError("risk 'delay' is certain")

    monkeypatch.setattr("gevinst.features.benefits.queries.following.ledger.risks", refuse)
    assert "certain" in pool_standing(sound_case(people), SPRING).fault


def test_a_faulty_file_has_no_risks(people: CasePeople) -> None:
    case = sound_case(people, SOUND.replace("origin: project_start", "origin: yesterday"))
    assert list(pool_standing(case, SPRING).risks) == []
