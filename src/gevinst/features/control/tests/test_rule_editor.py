"""The rule editor: begun, written field by field, moved about, and what is wrong said at its place."""

from __future__ import annotations

import re
from datetime import date
from html import unescape

import pytest
from django.test import Client

from gevinst.engines.control.editing import rule_entry, rule_versions
from gevinst.features.accounts.models import User
from gevinst.features.control import actions
from gevinst.features.control.models import ChangeState, RuleChange
from gevinst.features.control.tests.people import BLOCK, People, first_rule
from gevinst.features.control.web.rule_form import field_id, moved, posted
from gevinst.shared.actor import Actor

pytestmark = pytest.mark.django_db
BEGINS = date(2030, 1, 1)


def signed_in(actor: Actor) -> Client:
    client = Client()
    client.force_login(User.objects.get(pk=actor.user_id))
    return client


@pytest.fixture
def draft(people: People) -> RuleChange:
    """A change in which nothing is written yet."""
    return actions.start_change(
        authority_id=people.authority.pk, block_key=BLOCK, title="Prøve", by=people.writer
    )


@pytest.fixture
def writer(people: People) -> Client:
    return signed_in(people.writer)


def url(draft: RuleChange, rule_id: str = "") -> str:
    return f"/regler/aendringer/{draft.pk}/regel/{rule_id or first_rule().id}/"


def begun(draft: RuleChange, writer: Client) -> tuple[str, dict[str, str]]:
    """The editor's address and all that stands in its form, of a version that follows."""
    writer.post(url(draft), {"how": "follow", "begins": BEGINS.isoformat()})
    version = own_version(draft)
    address = f"{url(draft)}?version={version}"
    return address, fields(writer.get(address).content.decode())


def own_version(draft: RuleChange) -> str:
    draft.refresh_from_db()
    return rule_versions(draft.files, first_rule().id)[-1]


def fields(page: str) -> dict[str, str]:
    """What a browser would send of the editor's form."""
    form = page[page.index('id="rule-form"') : page.index("</form>", page.index('id="rule-form"'))]
    sent = {}
    for tag, name, rest in re.findall(
        r'<(input|textarea|select)[^>]* name="([^"]+)"([^>]*>)', form
    ):
        at = form.index(f'name="{name}"')
        if tag == "textarea":
            sent[name] = unescape(form[form.index(">", at) + 1 : form.index("</textarea>", at)])
        elif tag == "select":
            chosen = re.search(r'value="([^"]*)" selected', form[at : form.index("</select>", at)])
            sent[name] = chosen[1] if chosen else ""
        elif "checkbox" not in form[form.rindex("<", 0, at) : at] or " checked" in rest:
            value = re.search(r'value="([^"]*)"', form[at : form.index(">", at)])
            sent[name] = unescape(value[1]) if value else ""
    return sent


def entry(draft: RuleChange) -> dict[str, object]:
    draft.refresh_from_db()
    return rule_entry(draft.files, first_rule().id, own_version(draft))


def test_a_rule_is_begun_with_a_version_that_follows(draft: RuleChange, writer: Client) -> None:
    before = first_rule().version
    begun(draft, writer)
    assert entry(draft)["valid_from"] == "2030-01-01"
    assert rule_entry(draft.files, first_rule().id, before)["valid_to"] == "2029-12-31"


def test_a_rule_is_begun_with_a_version_in_its_place(draft: RuleChange, writer: Client) -> None:
    count = len(rule_versions(draft.files, first_rule().id))
    writer.post(url(draft), {"how": "replace"})
    draft.refresh_from_db()
    versions = rule_versions(draft.files, first_rule().id)
    assert len(versions) == count
    assert first_rule().version not in versions


def test_a_version_that_follows_needs_a_day(draft: RuleChange, writer: Client) -> None:
    assert writer.post(url(draft), {"how": "follow"}).status_code == 422


def test_saving_what_is_shown_changes_nothing(draft: RuleChange, writer: Client) -> None:
    address, sent = begun(draft, writer)
    draft.refresh_from_db()
    before = draft.files
    assert writer.post(address, sent).status_code == 302
    draft.refresh_from_db()
    assert draft.files == before


def test_a_field_is_kept_and_the_rest_of_the_files_stays(draft: RuleChange, writer: Client) -> None:
    address, sent = begun(draft, writer)
    before = entry(draft)
    writer.post(address, {**sent, "name-da": "Nyt navn: # ja"})
    after = entry(draft)
    assert after["name"] == {**before["name"], "da": "Nyt navn: # ja"}  # type: ignore[dict-item]
    assert {**after, "name": 0} == {**before, "name": 0}


def test_the_version_before_still_ends_the_day_before(draft: RuleChange, writer: Client) -> None:
    address, sent = begun(draft, writer)
    writer.post(address, {**sent, "valid_from": "2031-06-01"})
    draft.refresh_from_db()
    assert (
        rule_entry(draft.files, first_rule().id, first_rule().version)["valid_to"] == "2031-05-31"
    )
    assert entry(draft)["valid_from"] == "2031-06-01"


def test_a_fault_is_kept_and_told_at_its_field(draft: RuleChange, writer: Client) -> None:
    address, sent = begun(draft, writer)
    page = writer.post(address, {**sent, "case-1-when": "line.nothing >"}, follow=True)
    text = page.content.decode()
    assert entry(draft)["cases"][0]["when"] == "line.nothing >"  # type: ignore[index]
    assert 'id="case-1-when-error"' in text
    assert 'href="#case-1-when"' in text


def test_typing_is_saved_and_answered_with_the_preview_alone(
    draft: RuleChange, writer: Client
) -> None:
    address, sent = begun(draft, writer)
    answer = writer.post(
        address, {**sent, "owner": "Indkøb"}, headers={"HX-Request": "true"}
    ).content.decode()
    assert entry(draft)["owner"] == "Indkøb"
    assert answer.lstrip().startswith('<section id="preview"')


def test_an_example_that_comes_out_otherwise_is_red(draft: RuleChange, writer: Client) -> None:
    address, sent = begun(draft, writer)
    wrong = "fail" if sent["example-1-outcome"] != "fail" else "ok"
    page = writer.post(address, {**sent, "example-1-outcome": wrong}, follow=True).content.decode()
    assert "rules-broken" in page


@pytest.mark.parametrize("act", ["case-add", "case-up-2", "case-drop-1", "example-add"])
def test_rows_are_moved_by_buttons(draft: RuleChange, writer: Client, act: str) -> None:
    address, sent = begun(draft, writer)
    before = entry(draft)
    writer.post(address, {**sent, "act": act})
    assert entry(draft) == moved(before, act)


def test_the_yaml_is_saved_and_a_fault_in_it_told(draft: RuleChange, writer: Client) -> None:
    address, _ = begun(draft, writer)
    page = writer.post(address, {"act": "yaml", "yaml": "id: x\nname: {"})
    assert page.status_code == 422
    assert "yaml-error" in page.content.decode()
    assert "name: {" in page.content.decode()


def test_a_version_number_that_is_taken_is_refused(draft: RuleChange, writer: Client) -> None:
    address, sent = begun(draft, writer)
    answer = writer.post(address, {**sent, "version": first_rule().version})
    assert answer.status_code == 422
    assert entry(draft)["valid_from"] == "2030-01-01"


def test_a_reader_writes_nothing(people: People, draft: RuleChange) -> None:
    client = signed_in(people.reader)
    assert client.get(url(draft)).status_code == 403
    assert client.post(url(draft), {"how": "replace"}).status_code == 403


def test_a_closed_change_is_not_written_in(
    people: People, draft: RuleChange, writer: Client
) -> None:
    actions.withdraw_change(change=draft, by=people.writer)
    assert writer.get(url(draft)).status_code == 409
    assert RuleChange.objects.get(pk=draft.pk).state == ChangeState.WITHDRAWN


def test_a_rule_that_is_not_there(draft: RuleChange, writer: Client) -> None:
    assert writer.get(url(draft, "no-such-rule")).status_code == 404


CASES = [{"when": "a"}, {"when": "b"}, {"otherwise": "true"}]


@pytest.mark.parametrize(
    ("act", "order"),
    [
        ("case-up-2", "ba-"),
        ("case-down-1", "ba-"),
        ("case-drop-1", "b-"),
        ("case-up-1", "ab-"),
        ("case-down-2", "ab-"),
        ("case-drop-3", "ab-"),
        ("case-add", "abn-"),
        ("case-up-x", "ab-"),
        ("save", "ab-"),
    ],
)
def test_the_last_case_stays_the_last(act: str, order: str) -> None:
    found = moved({"cases": CASES}, act)["cases"]
    told = ["-" if "otherwise" in each else each["when"] or "n" for each in found]
    assert "".join(told) == order


@pytest.mark.parametrize(
    ("path", "name"),
    [
        (("cases", 0, "when"), "case-1-when"),
        (("cases", 1, "message", "en"), "case-2-en"),
        (("cases", 1), "case-2-when"),
        (("cases",), "cases"),
        (("examples", 0, "given", "line.x"), "example-1-given-line.x"),
        (("examples", 0, "title"), "example-1-da"),
        (("name", "en"), "name-en"),
        (("name",), "name-da"),
        (("valid_from",), "valid_from"),
        ((), ""),
    ],
)
def test_a_path_is_a_field(path: tuple[str | int, ...], name: str) -> None:
    assert field_id(path) == name


@pytest.mark.parametrize(
    ("before", "post", "after"),
    [
        ({"valid_from": "1"}, {"valid_to": "2"}, {"valid_from": "1", "valid_to": "2"}),
        ({"valid_from": "1", "valid_to": "2"}, {"valid_to": ""}, {"valid_from": "1"}),
        ({"queue": "q"}, {"mode": "shadow"}, {"queue": "q", "mode": "shadow"}),
        ({"queue": "q"}, {"mode": "live"}, {"queue": "q"}),
        ({"queue": "q", "mode": "shadow"}, {"mode": "live"}, {"queue": "q", "mode": "live"}),
        ({"owner": "a"}, {"owner": "b\x00"}, {"owner": "b"}),
    ],
)
def test_what_may_be_left_out_comes_and_goes(
    before: dict[str, str], post: dict[str, str], after: dict[str, str]
) -> None:
    found = posted(post, before)
    assert {key: value for key, value in found.items() if key in {**before, **after}} == after
