"""Pages of conversation: the panel, saying, what is kept when it is refused, editing, deleting, reporting."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from gevinst.features.accounts.tests.factories import AuthorityFactory, UserFactory, actor
from gevinst.features.catalogue.models import Comment, Process, Report
from gevinst.features.catalogue.tests.factories import ProcessFactory
from gevinst.features.catalogue.tests.talk.factories import CommentFactory
from gevinst.features.catalogue.web.talk.panel import talk_panel

pytestmark = pytest.mark.django_db
PERSON = "610190-1234"


@pytest.fixture
def process() -> Any:
    return ProcessFactory(public=True)


@pytest.fixture
def person() -> Any:
    return UserFactory(reader_of=AuthorityFactory())


@pytest.fixture
def reader(client: Client, person: Any) -> Client:
    client.force_login(person)
    return client


def text_of(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def test_guests_see_where_the_conversation_is_and_no_names(client: Client) -> None:
    row = CommentFactory(author_name="Sagsbehandler (demo)", text="Hemmelig sætning")
    page = text_of(client, f"/katalog/{row.process_id}/")
    assert "Sagsbehandler (demo)" not in page
    assert "Hemmelig sætning" not in page
    assert 'id="samtale"' in page


def test_people_of_no_authority_see_no_conversation(client: Client, process: Any) -> None:
    client.force_login(UserFactory())
    assert 'id="samtale"' not in text_of(client, f"/katalog/{process.pk}/")
    assert client.get(f"/katalog/{process.pk}/samtale/").status_code == 403


def test_a_comment_is_said_answered_and_stands_where_it_belongs(
    reader: Client, process: Any
) -> None:
    address = f"/katalog/{process.pk}/samtale/"
    answer = reader.post(address, {"text": "<b>Hvordan</b> gør I?"})
    first = Comment.objects.get()
    assert answer["Location"] == f"/katalog/{process.pk}/#k-{first.pk}"
    reader.post(address, {"text": "Sådan her", "reply_to": first.pk})
    page = text_of(reader, f"/katalog/{process.pk}/")
    assert "&lt;b&gt;Hvordan&lt;/b&gt;" in page
    assert page.index(f'id="k-{first.pk}"') < page.index("Sådan her")


def test_what_was_refused_is_kept_with_the_reason(reader: Client, process: Any) -> None:
    first = CommentFactory(process=process)
    address = f"/katalog/{process.pk}/samtale/"
    for facts in ({"text": f"Se {PERSON}"}, {"text": f"Se {PERSON}", "reply_to": first.pk}):
        answer = reader.post(address, facts)
        page = answer.content.decode()
        assert answer.status_code == 422
        assert f"Se {PERSON}</textarea>" in page
        assert 'id="id_text_error"' in page
        assert (f'value="{first.pk}" id="id_reply_to"' in page) is ("reply_to" in facts)
    assert reader.post(address, {"text": ""}).status_code == 422
    assert Comment.objects.count() == 1


def test_a_reply_to_what_is_gone_is_told(reader: Client, process: Any) -> None:
    row = CommentFactory(process=process, withheld=True)
    facts = {"text": "x", "reply_to": row.pk}
    assert reader.post(f"/katalog/{process.pk}/samtale/", facts).status_code == 409


def test_only_the_own_authority_is_asked_about_internal(reader: Client, process: Any) -> None:
    assert 'name="internal"' not in text_of(reader, f"/katalog/{process.pk}/")
    own = Client()
    own.force_login(UserFactory(reader_of=process.authority))
    assert 'name="internal"' in text_of(own, f"/katalog/{process.pk}/")
    own.post(f"/katalog/{process.pk}/samtale/", {"text": "Kun os", "internal": "on"})
    assert Comment.objects.get().internal
    assert "Kun os" not in text_of(reader, f"/katalog/{process.pk}/")
    reader.post(f"/katalog/{process.pk}/samtale/", {"text": "Alle", "internal": "on"})
    assert not Comment.objects.get(text="Alle").internal


def test_a_long_conversation_has_a_page_of_its_own(reader: Client, process: Any) -> None:
    rows = CommentFactory.create_batch(26, process=process)
    panel = text_of(reader, f"/katalog/{process.pk}/")
    assert panel.count('class="g-thread"') == 10
    assert f'id="k-{rows[-1].pk}"' in panel
    newest = text_of(reader, f"/katalog/{process.pk}/samtale/")
    assert newest.count('class="g-thread"') == 1
    oldest = text_of(reader, f"/katalog/{process.pk}/samtale/?side=1")
    assert oldest.count('class="g-thread"') == 25


def test_one_edits_the_own_words(reader: Client, person: Any, process: Any) -> None:
    row = CommentFactory(process=process, author=person, text="Før")
    address = f"/katalog/kommentarer/{row.pk}/ret/"
    assert "Før</textarea>" in text_of(reader, address)
    assert reader.post(address, {"text": PERSON}).status_code == 422
    answer = reader.post(address, {"text": "Efter"})
    assert answer["Location"].endswith(f"#k-{row.pk}")
    assert "rettet" in text_of(reader, f"/katalog/{process.pk}/")
    other = CommentFactory(process=process)
    assert reader.get(f"/katalog/kommentarer/{other.pk}/ret/").status_code == 403
    Comment.objects.filter(pk=row.pk).update(withheld=True)
    assert reader.post(address, {"text": "Igen"}).status_code == 409


def test_a_deletion_asks_first(reader: Client, person: Any, process: Any) -> None:
    row = CommentFactory(process=process, author=person, text="Fortrudt")
    address = f"/katalog/kommentarer/{row.pk}/slet/"
    text_of(reader, address)
    assert Comment.objects.get().deleted_at is None
    reader.post(address)
    page = text_of(reader, f"/katalog/{process.pk}/")
    assert "Fortrudt" not in page
    assert f'id="k-{row.pk}"' in page
    other = CommentFactory(process=process)
    assert reader.get(f"/katalog/kommentarer/{other.pk}/slet/").status_code == 403


def test_a_comment_and_a_process_are_reported(reader: Client, process: Any) -> None:
    row = CommentFactory(process=process, text=f"Om {PERSON}")
    address = f"/katalog/kommentarer/{row.pk}/anmeld/"
    assert "610190-xxxx" in text_of(reader, address)
    assert reader.post(address, {}).status_code == 422
    assert reader.post(address, {"reason": "other"}).status_code == 422
    assert reader.post(address, {"reason": "personal_data"}).status_code == 302
    assert reader.post(address, {"reason": "personal_data"}).status_code == 422
    about = f"/katalog/{process.pk}/anmeld/"
    text_of(reader, about)
    assert reader.post(about, {"reason": "wrong", "text": "Tallene"}).status_code == 302
    assert set(Report.objects.values_list("comment", "reason")) == {
        (row.pk, "personal_data"),
        (None, "wrong"),
    }


def test_what_is_gone_is_not_quoted_in_the_report(reader: Client) -> None:
    row = CommentFactory(withheld=True, text="Skjult sætning")
    assert "Skjult sætning" not in text_of(reader, f"/katalog/kommentarer/{row.pk}/anmeld/")


def test_people_of_a_withheld_process_are_told_why(process: Any) -> None:
    Process.objects.filter(pk=process.pk).update(withheld=True)
    client = Client()
    client.force_login(UserFactory(reader_of=process.authority))
    assert "alert-warning" in text_of(client, f"/katalog/{process.pk}/")
    Report.objects.create(
        process=process,
        reason="wrong",
        reporter=UserFactory(),
        outcome="withheld",
        answer="Der stod et navn",
    )
    assert "Der stod et navn" in text_of(client, f"/katalog/{process.pk}/")


def test_the_panel_costs_two_questions(
    process: Any, rf: Any, django_assert_num_queries: Any
) -> None:
    rows = CommentFactory.create_batch(4, process=process)
    CommentFactory(parent=rows[0])
    request = rf.get("/")
    request.actor = actor(reader_of=process.authority)
    with django_assert_num_queries(2):
        facts = talk_panel(request, process)
    assert facts is not None
    assert len(facts["threads"]) == 4
