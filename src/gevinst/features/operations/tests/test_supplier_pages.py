"""The pages of suppliers, accounts and limits: who sees them, what stands there, what can be done."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from gevinst.features.accounts.models import User
from gevinst.features.accounts.tests.factories import UserFactory
from gevinst.features.operations import actions
from gevinst.features.operations.models import AccountConfirmation, Robot, SupplierLimit
from gevinst.features.operations.queries import supplier_lines, suppliers
from gevinst.features.operations.states import State
from gevinst.features.operations.tests.factories import RobotFactory, WorkItemFactory, clerk

pytestmark = pytest.mark.django_db
SENDER, ACCOUNT = "99000007", "9998 0000000001"


def told(account: str = ACCOUNT, sender: str = SENDER, **lines: Any) -> dict[str, Any]:
    return {"told": {"sender": sender, "account": account, "kind": "invoice"}, **lines}


@pytest.fixture
def robot() -> Robot:
    """A robot with five items of one supplier and one of another."""
    made: Robot = RobotFactory()
    line = {"code": "A1", "service_date": "2026-10-02", "amount": "100.00", "price": "50.00"}
    facts = {"robot": made, "party": "Hospital 610101-2222"}
    WorkItemFactory(**facts, delivered=True, keys=told(lines=[line]), dated=date(2026, 10, 5))
    WorkItemFactory(**facts, approved=True, keys=told(), dated=date(2026, 10, 6))
    WorkItemFactory(**facts, referred=True, keys=told("1234 5678901234"))
    WorkItemFactory(**facts, state=State.REFERRED, reason="sample", keys=told())
    WorkItemFactory(**facts, keys=told(), amount=Decimal(7))
    WorkItemFactory(robot=made, party="Klinik", approved=True, keys=told(sender="xab12cd34"))
    WorkItemFactory(robot=made, refused=True)
    return made


def signed_in(robot: Robot, **roles: Any) -> Client:
    client = Client()
    user: User = UserFactory(**(roles or {"clerk_of": robot.authority}))
    client.force_login(user)
    return client


def page(client: Client, name: str, robot: Robot, *args: Any, **asked: Any) -> Any:
    return client.get(reverse(name, args=[robot.authority.code, *args] if args else []), asked)


def test_the_list_counts_by_supplier(robot: Robot) -> None:
    rows = list(suppliers.suppliers([robot.authority_id]))
    first, second = suppliers.lines(rows, {robot.authority_id: robot.authority.code})
    assert (first.sender, first.count, first.amount) == (SENDER, 5, Decimal(407))
    assert (first.decided, first.errors, first.rate) == (4, 1, 0.25)  # a sample is no error
    assert first.name == "Hospital 610101-xxxx"
    assert (second.sender, second.name, second.rate) == ("xab12cd34", "Klinik", 0.0)


@pytest.mark.parametrize(
    ("asked", "first"),
    [
        ({}, SENDER),
        ({"orden": "errors"}, SENDER),
        ({"orden": "volume"}, SENDER),
        ({"q": "klin"}, "xab12cd34"),
        ({"q": "xab12cd34"}, "xab12cd34"),
        ({"q": "\x00 hospital"}, SENDER),
        ({"periode": "alt", "orden": "latest"}, "xab12cd34"),
    ],
)
def test_the_list_is_searched_and_sorted(robot: Robot, asked: dict[str, str], first: str) -> None:
    lines = page(signed_in(robot), "suppliers", robot, **asked).context["lines"]
    assert lines[0].sender == first


def test_nothing_found_says_what_to_do(robot: Robot) -> None:
    answer = page(signed_in(robot), "suppliers", robot, q="findesikke")
    assert answer.context["lines"] == []
    assert reverse("operations") in answer.content.decode()


def test_the_list_is_a_file_too(robot: Robot) -> None:
    answer = page(signed_in(robot), "suppliers-csv", robot, q="klin")
    rows = b"".join(answer.streaming_content).decode().splitlines()
    assert rows[1:] == [f"Klinik;xab12cd34;{robot.authority.code};1;100,00;0"]
    assert (
        page(signed_in(robot, reader_of=robot.authority), "suppliers-csv", robot).status_code == 403
    )


def test_one_supplier(robot: Robot) -> None:
    answer = page(signed_in(robot), "supplier", robot, SENDER)
    text = answer.content.decode()
    assert answer.status_code == 200
    assert "610101-2222" not in text
    assert answer.context["open_count"] == 2
    assert answer.context["reasons"] == [("sample", 1), ("word", 1)]
    assert [(a["account"], a["seen"].paid) for a in answer.context["accounts"]] == [
        (ACCOUNT, 2),
        ("1234 5678901234", 0),
    ] or {a["account"] for a in answer.context["accounts"]} == {ACCOUNT, "1234 5678901234"}
    assert text.count("<svg") >= 2


def test_who_sees_suppliers(robot: Robot) -> None:
    for roles in ({"reader_of": robot.authority}, {"clerk_of": RobotFactory().authority}):
        answer = page(signed_in(robot, **roles), "supplier", robot, SENDER)
        assert answer.status_code in (403, 404)
    owner = signed_in(robot, process_owner_of=robot.authority)
    assert page(owner, "supplier", robot, SENDER).status_code == 200
    assert page(owner, "supplier", robot, "99999999").status_code == 404


def test_two_people_confirm_on_the_page(robot: Robot) -> None:
    where = reverse("supplier-account", args=[robot.authority.code, SENDER])
    said = {"konto": ACCOUNT, "channel": "phone", "note": "Ringet"}
    one, other = signed_in(robot), signed_in(robot)
    assert one.get(where).status_code == 302
    assert one.post(where, {**said, "note": ""}).status_code == 422
    assert one.post(where, said).status_code == 302
    again = one.post(where, said)
    assert again.status_code == 422
    assert AccountConfirmation.objects.count() == 1
    other.post(where, said)
    answer = page(one, "supplier", robot, SENDER)
    assert any(each["said"].confirmed for each in answer.context["accounts"])
    one.post(where, {"konto": ACCOUNT, "act": "withdraw", "note": "Forkert"})
    assert AccountConfirmation.objects.filter(kind="withdraw").exists()
    assert one.post(where, {**said, "konto": "aldrig set"}).status_code == 404


def test_the_limit_is_set_on_the_page(robot: Robot) -> None:
    where = reverse("supplier-limit", args=[robot.authority.code, SENDER])
    owner = signed_in(robot, process_owner_of=robot.authority)
    assert owner.post(where, {"ceiling": "-1", "reason": "x"}).status_code == 422
    assert owner.post(where, {"ceiling": "5000,50", "reason": "Ny leverandør"}).status_code == 302
    assert SupplierLimit.objects.get().ceiling == Decimal("5000.50")
    assert signed_in(robot).post(where, {"ceiling": "9", "reason": "x"}).status_code == 403


def test_the_desk_asks_about_an_unknown_account(robot: Robot) -> None:
    item = WorkItemFactory(robot=robot, referred=True, keys=told(), reason="account")
    decision = item.decisions.create(verdict="refer", actor_name="Robot", reason="account")
    decision.findings.create(
        rule="account",
        version="1",
        outcome="fail",
        severity="mandatory",
        message_da="Ny",
        message_en="New",
    )
    client = signed_in(robot)
    where = reverse("desk-account", args=[robot.pk, "errors", item.pk])
    shown = client.get(reverse("desk-item", args=[robot.pk, "errors", item.pk])).content.decode()
    assert where in shown
    assert client.get(where).status_code == 302
    assert client.post(where, {"channel": "phone", "note": ""}).status_code == 422
    assert client.post(where, {"channel": "phone", "note": "Ringet"}).status_code == 302
    facts = {"authority_id": robot.authority_id, "sender": SENDER, "account": ACCOUNT}
    actions.confirm_account(**facts, channel="letter", note="Brev", by=clerk(robot))
    after = client.get(reverse("desk-item", args=[robot.pk, "errors", item.pk])).content.decode()
    assert where not in after


def test_an_item_without_an_account_has_none_to_confirm(robot: Robot) -> None:
    item = WorkItemFactory(robot=robot, referred=True)
    where = reverse("desk-account", args=[robot.pk, "errors", item.pk])
    assert signed_in(robot).post(where, {"channel": "phone", "note": "x"}).status_code == 404


def test_post_control_reads_what_was_approved(robot: Robot) -> None:
    found = supplier_lines.post_control(
        robot.authority_id, SENDER, {"approval_ceiling": "101", "ceiling_band": "50"}
    )
    [rate] = found.rates
    assert (rate.code, rate.month, rate.lowest, rate.count) == ("A1", "2026-10", Decimal(50), 1)
    assert {sign.kind for sign in found.signs} == {"split"}
    assert found.whole
    answer = page(signed_in(robot), "supplier-post-control", robot, SENDER)
    assert answer.status_code == 200


@pytest.mark.parametrize(
    "line",
    [
        {},
        {"code": "A", "service_date": "2026-10-01", "amount": "mange"},
        {"code": "A", "amount": "1"},
    ],
)
def test_lines_that_say_too_little_are_left_out(line: dict[str, str]) -> None:
    item = WorkItemFactory(approved=True, keys=told(lines=[line]))
    assert supplier_lines.post_control(item.authority_id, SENDER, {}).rates == []


def test_months_have_percentages() -> None:
    item = WorkItemFactory(keys=told())
    [month] = suppliers.months(item.authority_id, SENDER)
    assert (month.count, month.percent) == (1, None)
    WorkItemFactory(robot=item.robot, referred=True, keys=told(), currency="EUR")
    [month] = suppliers.months(item.authority_id, SENDER)
    assert (month.percent, month.amount) == (Decimal(100), Decimal(100))
