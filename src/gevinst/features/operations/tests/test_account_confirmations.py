"""A changed account is paid to only when two different people have confirmed it by another way."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from django.db import InternalError, ProgrammingError

from gevinst.blocks.invoice_control.tests.conftest import (
    CPR,
    DRAFT,
    LINE,
    OTHER_CPR,
    SUPPLIER,
)
from gevinst.engines.einvoice import DraftPayment, write
from gevinst.features.operations import actions, queries
from gevinst.features.operations.models import AccountConfirmation, Robot, WorkItem
from gevinst.features.operations.queries.suppliers_said import account_of, standing, standings
from gevinst.features.operations.states import State
from gevinst.features.operations.tests.factories import RobotFactory, clerk, owner
from gevinst.features.operations.tests.invoice_robot import invoice_robot
from gevinst.shared.actor import SYSTEM, Actor, Role
from gevinst.shared.errors import DomainError
from gevinst.shared.models import AuditEntry

pytestmark = pytest.mark.django_db
ACCOUNT = "9998 0000000001"
CHANGED = replace(
    DRAFT,
    number="F-2002",
    lines=(replace(LINE, note=f"CPR {OTHER_CPR}"),),
    payment=DraftPayment("42", "0000000001", "9998"),
)


@pytest.fixture
def robot(real_block: None, tmp_path: Path) -> Robot:
    """A robot whose registers make both invoices right, but for the account of the second."""
    return invoice_robot(tmp_path)


@pytest.fixture
def plain() -> Robot:
    """A robot of the tiny block: the actions need no more."""
    return RobotFactory()


def said(robot: Robot, by: Actor, **facts: Any) -> dict[str, Any]:
    return {
        "authority_id": robot.authority_id,
        "sender": "99000007",
        "account": ACCOUNT,
        "channel": "phone",
        "note": "Ringet til det nummer, vi kendte i forvejen",
        "by": by,
        **facts,
    }


def run(robot: Robot, *drafts: Any) -> WorkItem:
    """Each draft is received and run; the last item."""
    by = owner(robot)
    for draft in drafts:
        actions.receive(robot=robot, content=write(draft), name=f"{draft.number}.xml", by=by)
        actions.run_robot(robot=robot, on=queries_today(), by=by)
    return WorkItem.objects.filter(robot=robot).latest("pk")


def queries_today() -> Any:
    from django.utils import timezone

    return timezone.localdate()


def test_two_people_lift_the_stop_and_one_does_not(robot: Robot) -> None:
    item = run(robot, DRAFT, CHANGED)
    assert (item.state, item.reason) == (State.REFERRED, "account")
    sender, account = account_of(item)
    assert account == ACCOUNT
    facts = said(robot, clerk(robot), sender=sender)
    assert not actions.confirm_account(**facts).confirmed
    again = actions.recheck(item=item, by=clerk(robot))
    assert (again.verdict, again.reason) == ("refer", "account")
    assert actions.confirm_account(**{**facts, "by": owner(robot)}).confirmed
    item.refresh_from_db()
    assert item.state == State.REFERRED  # the robot approves nothing by itself
    assert actions.recheck(item=item, by=clerk(robot)).verdict == "approve"


def test_a_withdrawal_stops_it_again(robot: Robot) -> None:
    item = run(robot, DRAFT, CHANGED)
    sender, _account = account_of(item)
    for by in (clerk(robot), clerk(robot)):
        actions.confirm_account(**said(robot, by, sender=sender))
    actions.withdraw_confirmation(
        authority_id=robot.authority_id,
        sender=sender,
        account=ACCOUNT,
        note="Forkert",
        by=clerk(robot),
    )
    assert actions.recheck(item=item, by=clerk(robot)).reason == "account"


def test_the_log_holds_the_confirmations_and_can_be_replayed(robot: Robot) -> None:
    item = run(robot, DRAFT, CHANGED)
    sender, _account = account_of(item)
    for by in (clerk(robot), clerk(robot)):
        actions.confirm_account(**said(robot, by, sender=sender))
    decision = actions.recheck(item=item, by=clerk(robot))
    assert decision.extracts["account_confirmations"]["rows"] == 1
    finding = decision.findings.get(rule="account")
    registers_read = {evidence["register"] for evidence in finding.evidence}
    assert finding.outcome == "ok"
    assert "account_confirmations" in registers_read
    results = list(queries.replayed(robot))
    assert results
    assert all(not each.differing and each.equal == each.decisions for each in results)


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"channel": "invoice"}, "invalid"),
        ({"note": "  "}, "invalid"),
        ({"account": ""}, "invalid"),
        ({"sender": ""}, "invalid"),
    ],
)
def test_what_is_not_said_properly_is_refused(
    plain: Robot, change: dict[str, str], code: str
) -> None:
    with pytest.raises(DomainError) as fault:
        actions.confirm_account(**said(plain, clerk(plain), **change))
    assert fault.value.code == code
    assert not AccountConfirmation.objects.exists()


def test_the_same_person_does_not_count_twice(plain: Robot) -> None:
    by = clerk(plain)
    actions.confirm_account(**said(plain, by))
    with pytest.raises(DomainError) as fault:
        actions.confirm_account(**said(plain, by, channel="letter"))
    assert fault.value.code == "second-person"
    assert standing(plain.authority_id, "99000007", ACCOUNT).people == 1


def test_a_third_is_told_that_it_is_done(plain: Robot) -> None:
    for by in (clerk(plain), owner(plain)):
        actions.confirm_account(**said(plain, by))
    with pytest.raises(DomainError) as fault:
        actions.confirm_account(**said(plain, clerk(plain)))
    assert fault.value.code == "already-done"


def test_after_a_withdrawal_both_confirm_anew(plain: Robot) -> None:
    first, second = clerk(plain), clerk(plain)
    for by in (first, second):
        actions.confirm_account(**said(plain, by))
    facts = {key: said(plain, first)[key] for key in ("authority_id", "sender", "account", "note")}
    assert actions.withdraw_confirmation(**facts, by=first).words == ()
    assert actions.confirm_account(**said(plain, second)).people == 1
    [each] = standings(plain.authority_id, "99000007")
    assert [entry.kind for entry in each.entries] == ["confirm", "confirm", "withdraw", "confirm"]


@pytest.mark.parametrize("note", ["", "Fejl"])
def test_a_withdrawal_needs_a_reason_and_something_to_withdraw(plain: Robot, note: str) -> None:
    with pytest.raises(DomainError) as fault:
        actions.withdraw_confirmation(
            authority_id=plain.authority_id, sender="1", account="2", note=note, by=clerk(plain)
        )
    assert fault.value.code == ("wrong-state" if note else "invalid")


def test_only_people_of_the_desk_or_the_robot_may(plain: Robot) -> None:
    reader = Actor("Læser", 1, roles={plain.authority_id: frozenset({Role.READER})})
    stranger = clerk(RobotFactory())
    for by in (reader, stranger, SYSTEM):
        with pytest.raises(DomainError) as fault:
            actions.confirm_account(**said(plain, by))
        assert fault.value.code == "not-allowed"


def test_a_word_is_audited_masked_and_never_changed(plain: Robot) -> None:
    actions.confirm_account(**said(plain, clerk(plain), note=f"Talte med {CPR}"))
    row = AccountConfirmation.objects.get()
    assert CPR not in row.note
    entry = AuditEntry.objects.get(action="confirm_account")
    assert entry.facts == {"channel": "phone", "people": 1}
    with pytest.raises((InternalError, ProgrammingError)):
        AccountConfirmation.objects.update(note="andet")


@pytest.mark.parametrize(
    ("limit", "reason"),
    [
        ({"ceiling": None, "stopped": True}, "supplier-stopped"),
        ({"ceiling": Decimal("1.00"), "stopped": False}, "amount-ceiling"),
        ({"ceiling": Decimal("9999999.00"), "stopped": False}, ""),
    ],
)
def test_a_limit_of_the_supplier_reaches_the_rules(
    robot: Robot, limit: dict[str, Any], reason: str
) -> None:
    facts = {"authority_id": robot.authority_id, "sender": SUPPLIER, "reason": "Aftalt"}
    actions.limit_supplier(**facts, **limit, by=owner(robot))
    item = run(robot, DRAFT)
    assert item.reason == reason
    assert (item.state == State.APPROVED) == (not reason)
