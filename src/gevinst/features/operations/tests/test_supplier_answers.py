"""A returned invoice is answered: made with the return, withdrawn with its undoing, collected once."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.db import DatabaseError, transaction
from lxml import etree

from gevinst.engines.einvoice import Draft, DraftLine, DraftParty, write
from gevinst.engines.einvoice_response import Action, Reason, Status
from gevinst.features.operations import actions, answers, queries
from gevinst.features.operations.models import Finding, Response, ResponseEnd, WorkItem
from gevinst.features.operations.reasons import ReturnReason
from gevinst.features.operations.tests.factories import RobotFactory, clerk, owner
from gevinst.shared.errors import DomainError
from gevinst.shared.models import AuditEntry

pytestmark = pytest.mark.django_db
PERSON = "610190-1234"
DRAFT = Draft(
    profile="peppol-bis-3",
    kind="invoice",
    number="F-1",
    issue_date=date(2026, 11, 1),
    due_date=date(2026, 12, 1),
    supplier=DraftParty("Klinikken ApS", "10000009", gln="5798000000018"),
    customer=DraftParty("Region Hovedstaden", "29190623", gln="5798000000001"),
    lines=(DraftLine("1", "Blå MR", Decimal(1), "EA", Decimal("1000.00")),),
    order="O-1",
)


@pytest.fixture(autouse=True)
def _at_once(settings, real_block) -> None:
    settings.OPERATIONS_UNDO_SECONDS = 0


def referred(content: bytes, robot=None) -> WorkItem:
    """An invoice at the desk, with a rate that failed and an account that was looked into."""
    robot = robot or RobotFactory(block_key="invoice_control")
    item = actions.receive(robot=robot, content=content, name="f.xml", by=owner(robot))
    if item.state == "received":
        WorkItem.objects.filter(pk=item.pk).update(state="referred", queue="errors")
        item.refresh_from_db()
    return item


def judged(item: WorkItem, **changed: object) -> None:
    facts = {
        "rule": "agreed-rate",
        "version": "1",
        "line": "1",
        "outcome": "fail",
        "severity": "mandatory",
        "message_da": f"Aftalt er 900,00 for {PERSON}",
        "message_en": "Agreed is 900.00",
        "paths": ["/Invoice/InvoiceLine/Price/PriceAmount"],
    }
    decision = item.decisions.create(verdict="refer", actor_name="Robot", block_version="1")
    Finding.objects.create(decision=decision, **facts | changed)


def returned(item: WorkItem, reason: str = "rate", text: str = "", by=None) -> Response:
    by = by or clerk(item.robot)
    decision = actions.return_to_supplier(item=item, reason=reason, text=text, by=by)
    return Response.objects.get(decision=decision)


def text(response: Response, path: str) -> str:
    return etree.fromstring(bytes(response.content)).findtext(f".//{{*}}{path}") or ""


@pytest.mark.parametrize(
    ("profile", "code"),
    [("peppol-bis-3", "RE"), ("oioubl-3", "RE"), ("oioubl-2", "BusinessReject")],
)
def test_a_returned_invoice_is_answered_in_its_own_format(profile: str, code: str) -> None:
    item = referred(write(replace(DRAFT, profile=profile)))
    judged(item)
    made = returned(item, text=f"Ring om {PERSON}")
    assert (made.kind, made.fault) == (profile, "")
    assert text(made, "ResponseCode") == code
    assert text(made, "DocumentReference/{*}ID") == "F-1"
    assert PERSON not in bytes(made.content).decode()
    assert "Aftalt er 900,00" in bytes(made.content).decode()


@pytest.mark.parametrize(
    "changed",
    [{"outcome": "undecided"}, {"severity": "advisory"}, {"outcome": "ok"}, {"shadow": True}],
)
def test_what_did_not_fail_for_certain_is_not_told(changed: dict[str, object]) -> None:
    item = referred(write(DRAFT))
    judged(item, **changed)
    assert "Aftalt" not in bytes(returned(item).content).decode()


TABLE = {
    "rate": (Reason.PRICES, Action.NEW_INVOICE),
    "not-ours": (Reason.REFERENCES, Action.CREDIT_FULLY),
    "no-referral": (Reason.LEGAL, Action.NEW_INVOICE),
    "duplicate": (Reason.OTHER, Action.NONE),
    "missing": (Reason.REFERENCES, Action.NEW_INVOICE),
    "unreadable": (Reason.OTHER, Action.NEW_INVOICE),
    "other": (Reason.OTHER, Action.OTHER),
}


@pytest.mark.parametrize("reason", ReturnReason.values)
def test_every_reason_has_its_codes(reason: str) -> None:
    said = answers.verdict(reason, "Skrevet", [], date(2026, 11, 22))
    assert (said.status, said.reason, said.action) == (Status.REJECTED, *TABLE[reason])


@pytest.mark.parametrize("reason", ReturnReason.values)
@pytest.mark.parametrize("profile", ["peppol-bis-3", "oioubl-3", "oioubl-2"])
def test_every_reason_can_be_written_in_every_format(reason: str, profile: str) -> None:
    written = "Noget andet" if reason == "other" else ""
    made = returned(referred(write(replace(DRAFT, profile=profile))), reason, written)
    assert made.fault == ""
    if reason == "other":
        assert "Noget andet" in bytes(made.content).decode()


def test_an_unreadable_document_is_returned_without_an_electronic_answer() -> None:
    made = returned(referred(b"<torn"), "unreadable")
    assert (made.kind, made.fault, bytes(made.content)) == ("none", "unreadable", b"")
    assert queries.fault_words(made.fault)


def test_what_the_format_cannot_say_is_kept_as_a_fault_and_the_return_stands() -> None:
    item = referred(write(replace(DRAFT, number="6101901234")))
    made = returned(item)
    item.refresh_from_db()
    assert (made.kind, made.fault, item.state) == ("none", "person-number", "returned")


def test_an_item_that_is_no_invoice_gets_no_answer(monkeypatch) -> None:
    from gevinst.features.operations.tests.tiny_block import tiny

    monkeypatch.setattr("gevinst.features.operations.blocks.block", tiny)
    item = referred(b"bad 7 A 1.00")
    actions.return_to_supplier(item=item, reason="rate", by=clerk(item.robot))
    assert not Response.objects.exists()


def test_many_returned_at_once_are_each_answered() -> None:
    robot = RobotFactory(block_key="invoice_control")
    items = [referred(write(replace(DRAFT, number=f"F-{n}")), robot) for n in (1, 2)]
    actions.return_many(items=items, reason="rate", by=clerk(robot))
    assert [text(r, "DocumentReference/{*}ID") for r in Response.objects.order_by("pk")] == [
        "F-1",
        "F-2",
    ]


def test_undoing_withdraws_the_answer_and_a_new_return_makes_a_new_one() -> None:
    item = referred(write(DRAFT))
    by = clerk(item.robot)
    first = returned(item, by=by)
    actions.undo(item=item, by=by)
    second = returned(item, by=by)
    assert [queries.state_of(r) for r in queries.answers_of(item)] == ["waiting", "withdrawn"]
    assert first.number != second.number


def test_a_collected_answer_keeps_its_return_from_being_undone() -> None:
    item = referred(write(DRAFT))
    by = clerk(item.robot)
    returned(item, by=by)
    actions.collect(robot=item.robot, by=owner(item.robot))
    with pytest.raises(DomainError) as fault:
        actions.undo(item=item, by=by)
    item.refresh_from_db()
    assert (fault.value.code, item.state) == ("wrong-state", "returned")


def test_answers_are_collected_once() -> None:
    item = referred(write(DRAFT))
    made = returned(item)
    by = owner(item.robot)
    assert actions.collect(robot=item.robot, by=by) == [made]
    assert actions.collect(robot=item.robot, by=by) == []
    assert made.end.kind == ResponseEnd.Kind.COLLECTED
    facts = AuditEntry.objects.filter(action="collect_responses").order_by("pk").first().facts
    assert facts == {"answers": 1}


def test_a_fresh_return_waits_until_it_can_no_longer_be_undone_by_a_slip(settings) -> None:
    settings.OPERATIONS_UNDO_SECONDS = 60
    item = referred(write(DRAFT))
    returned(item)
    assert actions.collect(robot=item.robot, by=owner(item.robot)) == []


def test_where_keeping_fails_nothing_is_collected() -> None:
    item = referred(write(DRAFT))
    returned(item)

    def full(found: object) -> None:
        raise OSError("no space")

    with pytest.raises(OSError):
        actions.collect(robot=item.robot, by=owner(item.robot), keep=full)
    assert queries.ready(item.robot).count() == 1


def test_one_answer_is_collected_and_may_be_asked_for_again() -> None:
    item = referred(write(DRAFT))
    made = returned(item)
    by = owner(item.robot)
    first = actions.collect_one(response=made, by=by).end.at
    assert actions.collect_one(response=made, by=by).end.at == first


@pytest.mark.parametrize("content", [b"<torn", write(DRAFT)], ids=["none", "withdrawn"])
def test_there_is_nothing_to_collect_where_there_is_no_answer(content: bytes) -> None:
    item = referred(content)
    by = clerk(item.robot)
    made = returned(item, "unreadable", by=by)
    if made.kind != "none":
        actions.undo(item=item, by=by)
    with pytest.raises(DomainError) as fault:
        actions.collect_one(response=made, by=owner(item.robot))
    assert fault.value.code == "wrong-state"


def test_only_those_who_operate_collect() -> None:
    item = referred(write(DRAFT))
    made = returned(item)
    for call in (
        lambda by: actions.collect(robot=item.robot, by=by),
        lambda by: actions.collect_one(response=made, by=by),
    ):
        with pytest.raises(DomainError) as fault:
            call(clerk(item.robot))
        assert fault.value.code == "not-allowed"


def test_an_answer_is_never_changed() -> None:
    made = returned(referred(write(DRAFT)))
    made.created_at -= timedelta(days=1)
    with pytest.raises(DatabaseError), transaction.atomic():
        made.save()
    with pytest.raises(DatabaseError), transaction.atomic():
        made.delete()
