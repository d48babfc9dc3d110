"""The desk's pages: who may come in, what stands where, and what each button does without JavaScript."""

from __future__ import annotations

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from gevinst.features.accounts.models import Membership, User
from gevinst.features.operations import actions, queries
from gevinst.features.operations.models import Decision, Run, WorkItem
from gevinst.features.operations.states import State
from gevinst.features.operations.tests.factories import RobotFactory, clerk, documents, owner
from gevinst.shared.actor import Role

pytestmark = pytest.mark.django_db
ON = date(2026, 5, 1)


@pytest.fixture
def robot():
    robot = RobotFactory()
    by = owner(robot)
    lines = documents(
        "bad 1 Alfa 10.00", "bad 2 Beta 20.00", "bad 3 Alfa 30.00", "nonsense", "late 5 C 1.00"
    )
    actions.receive_many(robot=robot, documents=lines, by=by)
    actions.run_robot(robot=robot, on=ON, by=by)
    return robot


def signed_in(robot, role: str = Role.CLERK, name: str = "Kim") -> Client:
    user = User.objects.create_user(f"{name}-{role}@example.org".lower(), name)
    Membership.objects.create(user=user, authority=robot.authority, role=role)
    client = Client()
    client.force_login(user)
    return client


def number(n: int) -> WorkItem:
    return WorkItem.objects.get(title=f"Regning {n}")


def item_url(item: WorkItem, queue: str = "errors") -> str:
    return reverse("desk-item", args=[item.robot_id, queue, item.pk])


def act(client: Client, item: WorkItem, event: str, queue: str = "errors", **typed: str):
    return client.post(reverse("desk-act", args=[item.robot_id, queue, item.pk, event]), typed)


def test_the_desk_lists_queues_with_counts(robot) -> None:
    page = signed_in(robot).get(reverse("desk")).content.decode()
    assert "Fejl" in page
    assert "Dubletter" in page
    assert reverse("desk-queue", args=[robot.pk, "unreadable"]) in page


def test_the_desk_begins_with_the_oldest_item_nobody_holds(robot) -> None:
    page = signed_in(robot).get(reverse("desk"))
    first, *_rest = page.context["upcoming"]
    assert first.taken_by is None
    assert page.context["waiting"] >= len(page.context["upcoming"])
    assert reverse("desk-item", args=[robot.pk, "all", first.pk]) in page.content.decode()


@pytest.mark.parametrize("role", [Role.READER, Role.PROCESS_OWNER, Role.LOCAL_ADMIN])
def test_only_clerks_come_in(robot, role: str) -> None:
    client = signed_in(robot, role)
    for url in (reverse("desk"), item_url(number(1))):
        assert client.get(url).status_code == 403


def test_a_clerk_of_another_authority_finds_nothing(robot) -> None:
    stranger = signed_in(RobotFactory(), name="Fremmed")
    assert stranger.get(item_url(number(1))).status_code == 404
    assert stranger.get(reverse("desk-queue", args=[robot.pk, "errors"])).status_code == 404
    assert act(stranger, number(1), "godkend", reason="agreed").status_code == 404


def test_a_guest_is_sent_to_sign_in(robot) -> None:
    assert Client().get(reverse("desk")).status_code == 302


def test_the_item_shows_document_findings_and_evidence(robot) -> None:
    page = signed_in(robot).get(item_url(number(1))).content.decode()
    document = ("Ordet er bad.", "610101-2222", "Afsenderen er kendt.")
    for text in (*document, "Folk", "Personnummer", "1082", "Ordloven § 1"):
        assert text in page


@pytest.mark.parametrize("again", [False, True])
def test_evidence_says_which_extract_it_stands_in(robot, again: bool) -> None:
    item = number(1)
    extract = {"taken_at": "2026-04-02T08:00:00+00:00", "source": "Folkeregisteret"}
    Run.objects.update(extracts={"people": extract})
    if again:
        actions.recheck(item=item, by=clerk(robot))
    page = signed_in(robot).get(item_url(item)).content.decode()
    assert ("Folkeregisteret" in page) is not again
    assert (', Gevinst <span class="g-muted">(people-1)' in page) is again


def test_an_item_that_nothing_was_decided_of_rests_on_no_extract() -> None:
    assert queries.extracts(None, ["people"]) == {}


def test_approving_opens_the_next_item_and_offers_to_undo(robot) -> None:
    client = signed_in(robot)
    answer = act(client, number(1), "godkend", reason="agreed")
    made = Decision.objects.latest("id")
    assert answer.url == f"{item_url(number(2))}?gjort={made.pk}"
    page = client.get(answer.url).content.decode()
    assert reverse("desk-act", args=[robot.pk, "errors", number(1).pk, "fortryd"]) in page
    assert act(client, number(1), "fortryd").status_code == 302
    assert number(1).state == State.REFERRED


def test_the_last_of_a_queue_leads_back_to_the_list(robot) -> None:
    client = signed_in(robot)
    unread = WorkItem.objects.get(state=State.REFUSED)
    answer = act(client, unread, "returner", "unreadable", reason="unreadable")
    assert answer.url.startswith(reverse("desk-queue", args=[robot.pk, "unreadable"]) + "?gjort=")
    assert client.get(answer.url).status_code == 200


@pytest.mark.parametrize(
    ("event", "typed", "said"),
    [
        ("godkend", {}, "reason"),
        ("godkend", {"reason": "other"}, "text"),
        ("returner", {"reason": "nonsense"}, "reason"),
        ("afvent", {"until": "2020-01-01"}, "until"),
        ("afvent", {}, "until"),
    ],
)
def test_what_is_missing_is_said_beside_the_field(robot, event, typed, said) -> None:
    answer = act(signed_in(robot), number(1), event, **typed)
    assert answer.status_code == 422
    form = answer.context[answer.context["open_form"]]
    assert said in form.errors
    assert number(1).state == State.REFERRED


def test_the_second_of_two_clerks_is_told_who_decided(robot) -> None:
    first, second = signed_in(robot, name="Anna"), signed_in(robot, name="Bo")
    act(first, number(1), "returner", reason="rate")
    answer = act(second, number(1), "godkend", reason="agreed")
    assert answer.status_code == 409
    assert "Anna" in answer.context["fault"].message
    assert number(1).state == State.RETURNED


def test_a_taken_item_cannot_be_decided_by_another(robot) -> None:
    first, second = signed_in(robot, name="Anna"), signed_in(robot, name="Bo")
    assert act(first, number(1), "tag").status_code == 302
    assert "Anna" in second.get(item_url(number(1))).content.decode()
    assert act(second, number(1), "godkend", reason="agreed").status_code == 409
    act(first, number(1), "giv-slip")
    assert act(second, number(1), "godkend", reason="agreed").status_code == 302


def test_holding_rechecking_and_bringing_back(robot) -> None:
    client = signed_in(robot)
    act(client, number(1), "afvent", until="2999-01-01")
    assert number(1).state == State.HELD
    act(client, number(1), "overtag", "held")
    assert number(1).state == State.REFERRED
    act(client, number(1), "kontroller")
    assert number(1).state == State.REFERRED
    act(client, number(5), "overtag", "waiting")
    assert (number(5).state, number(5).queue) == (State.REFERRED, "errors")


def test_time_at_the_desk_is_measured_from_the_sealed_moment(robot) -> None:
    client = signed_in(robot)
    opened = client.get(item_url(number(1))).context["opened"]
    act(client, number(1), "godkend", reason="agreed", opened=opened)
    assert Decision.objects.latest("id").minutes is not None
    act(client, number(2), "godkend", reason="agreed", opened="made-up")
    assert Decision.objects.latest("id").minutes == 0


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ({}, {1, 2, 3}),
        ({"q": "alf"}, {1, 3}),
        ({"q": "ALFA 3"}, {3}),
        ({"grund": "word"}, {1, 2, 3}),
        ({"mindst": "15,00"}, {2, 3}),
        ({"mindst": "15,00", "hoejst": "25"}, {2}),
        ({"hvem": "mine"}, set()),
        ({"hvem": "free"}, {1, 2, 3}),
        ({"fra": "2999-01-01"}, set()),
        ({"mindst": "mange"}, {1, 2, 3}),
        ({"side": "nonsense"}, {1, 2, 3}),
        ({"side": "2"}, set()),
    ],
)
def test_filters_stand_in_the_address(robot, filters, expected) -> None:
    page = signed_in(robot).get(reverse("desk-queue", args=[robot.pk, "errors"]), filters)
    assert {row.title for row in page.context["desk"].page} == {f"Regning {n}" for n in expected}


def test_the_list_is_saved_as_csv_with_formulas_made_harmless(robot) -> None:
    WorkItem.objects.filter(pk=number(1).pk).update(party="=HYPERLINK(1)")
    answer = signed_in(robot).get(reverse("desk-csv", args=[robot.pk, "errors"]))
    text = b"".join(answer.streaming_content).decode("utf-8-sig")
    assert text.splitlines()[0].startswith("reference;title;party;amount")
    assert ";'=HYPERLINK(1);10,00;DKK;" in text
    assert len(text.splitlines()) == 4


def test_the_document_is_saved_as_received(robot) -> None:
    item = WorkItem.objects.get(state=State.REFUSED)
    answer = signed_in(robot).get(reverse("desk-document", args=[robot.pk, "unreadable", item.pk]))
    assert answer.content == b"nonsense"
    assert answer["Content-Disposition"].startswith("attachment")


def test_many_alike_are_returned_together(robot) -> None:
    client = signed_in(robot)
    url = reverse("desk-many", args=[robot.pk, "errors"]) + "?leverandoer=Alfa&regel=word"
    page = client.get(url)
    assert {row.title for row in page.context["rows"]} == {"Regning 1", "Regning 3"}
    assert client.post(url, {"item": page.context["chosen"]}).status_code == 422
    assert client.post(url, {"reason": "rate"}).status_code == 422
    assert (
        client.post(url, {"item": list(page.context["chosen"]), "reason": "rate"}).status_code
        == 302
    )
    assert {number(1).state, number(3).state, number(2).state} == {State.RETURNED, State.REFERRED}


@pytest.mark.parametrize("event", ["slet", "betal"])
def test_an_unknown_button_is_not_found(robot, event: str) -> None:
    assert act(signed_in(robot), number(1), event).status_code == 404


def test_an_unknown_queue_is_not_found(robot) -> None:
    assert (
        signed_in(robot).get(reverse("desk-queue", args=[robot.pk, "nonsense"])).status_code == 404
    )


def test_before_and_after_follow_the_list(robot) -> None:
    client = signed_in(robot)
    facts = client.get(item_url(number(2))).context
    assert (facts["previous_url"], facts["next_url"]) == (item_url(number(1)), item_url(number(3)))
    assert client.get(item_url(number(1))).context["previous_url"] == ""
    assert client.get(item_url(number(3))).context["next_url"] == ""


def test_the_next_of_the_last_on_a_page_is_on_the_next_page(robot, monkeypatch) -> None:
    monkeypatch.setattr("gevinst.features.operations.web.desk_state.PAGE", 1)
    client = signed_in(robot)
    facts = client.get(item_url(number(1))).context
    assert facts["next_url"] == item_url(number(2)) + "?side=2"
    facts = client.get(item_url(number(2)) + "?side=2").context
    assert facts["previous_url"] == reverse("desk-queue", args=[robot.pk, "errors"])


def test_reloading_what_could_not_be_done_leads_to_the_item(robot) -> None:
    url = reverse("desk-act", args=[robot.pk, "errors", number(1).pk, "godkend"])
    assert signed_in(robot).get(url).url == item_url(number(1))


def test_many_with_other_and_no_words_are_not_returned(robot) -> None:
    url = reverse("desk-many", args=[robot.pk, "errors"]) + "?leverandoer=Alfa&regel=word"
    answer = signed_in(robot).post(url, {"item": [number(1).pk], "reason": "other"})
    assert (answer.status_code, number(1).state) == (422, State.REFERRED)


def test_many_tell_of_those_a_colleague_has(robot) -> None:
    act(signed_in(robot, name="Anna"), number(1), "tag")
    url = reverse("desk-many", args=[robot.pk, "errors"]) + "?leverandoer=Alfa&regel=word"
    chosen = {"item": [number(1).pk, number(3).pk], "reason": "rate"}
    page = signed_in(robot, name="Bo").post(url, chosen, follow=True)
    assert len(page.context["messages"]) == 2
    assert (number(1).state, number(3).state) == (State.REFERRED, State.RETURNED)


def test_anothers_decision_is_not_undone(robot) -> None:
    act(signed_in(robot, name="Anna"), number(1), "godkend", reason="agreed")
    assert act(signed_in(robot, name="Bo"), number(1), "fortryd").status_code == 403


@pytest.mark.parametrize("made", ["0", "nonsense"])
def test_a_decision_that_is_not_ones_own_is_not_told_of(robot, made: str) -> None:
    page = signed_in(robot).get(reverse("desk-queue", args=[robot.pk, "errors"]), {"gjort": made})
    assert page.context["done"] is None


def test_an_item_that_no_robot_decided_has_no_findings(robot) -> None:
    item = actions.receive(robot=robot, content=b"ok 9 A 1.00", name="a", by=owner(robot))
    assert signed_in(robot).get(item_url(item)).context["told"] == []
