"""Finding processes by the database: Danish letters and words, filters, sorting."""

from __future__ import annotations

import pytest
from django.db import connection
from hypothesis import given
from hypothesis import strategies as st

from gevinst.features.catalogue import queries, search
from gevinst.features.catalogue.models import Process
from gevinst.features.catalogue.queries import reading
from gevinst.features.catalogue.search import fold, ts_query
from gevinst.features.catalogue.tests.factories import ProcessFactory
from gevinst.shared.actor import GUEST


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Lønkontrol i Aabenraa", "åbenrå"),
        ("Lønkontrol i Åbenrå", "Aabenraa"),
        ("Fakturakontrol", "faktura"),
        ("Fakturakontrol", "kontrol"),
        ("Fakturakontrol", "fakturakontrollen"),
        ("Kørsel af ældre", "KØRSEL ÆLDRE"),
        ("Kørsel af ældre", "koersel aeldre"),
        ("Byggesager", "byggesag"),
        ("Kontrol af e-fakturaerne", "faktura"),
        ("Fakturaer", "faktura"),
        ("Faktura", "fakturaer"),
        ("Sygehuse og Fyn", "sygehuse på fyn"),
        ("Sygehuse og Fyn", "sygehuse i fyn"),
        ("Aktindsigt på café", "cafe"),
    ],
)
def test_the_title_is_found(title: str, text: str) -> None:
    ProcessFactory(public=True, title="Noget helt andet", summary="-", challenge="", solution="")
    wanted = ProcessFactory(public=True, title=title)
    assert list(queries.processes(GUEST, text=text)) == [wanted]


@pytest.mark.django_db
@pytest.mark.parametrize("text", ["robot sygehus", "sygehusvæsen", "fakt0ra"])
def test_every_word_must_be_there(text: str) -> None:
    ProcessFactory(public=True, title="Fakturakontrol", summary="Robot")
    assert not queries.processes(GUEST, text=text).exists()


@pytest.mark.django_db
def test_authority_and_kle_are_found() -> None:
    one = ProcessFactory(public=True, authority__name="Region Prøvestrand", kle=["32.45.04"])
    ProcessFactory(public=True)
    assert list(queries.processes(GUEST, text="prøvestrand")) == [one]
    assert list(queries.processes(GUEST, text="32.45")) == [one]


@pytest.mark.django_db
def test_a_title_counts_more_than_a_summary() -> None:
    second = ProcessFactory(public=True, title="Kørsel", summary="om aktindsigt")
    first = ProcessFactory(public=True, title="Aktindsigt")
    ProcessFactory(public=True, title="Noget tredje", summary="-")
    assert list(queries.processes(GUEST, text="aktindsigt")) == [first, second]


@pytest.mark.django_db
def test_a_bulk_update_keeps_the_vector_up_to_date() -> None:
    one = ProcessFactory(public=True, title="Gammelt navn")
    Process.objects.filter(pk=one.pk).update(title="Helt nyt navn")
    assert queries.processes(GUEST, text="nyt").exists()
    assert not queries.processes(GUEST, text="gammelt").exists()


@pytest.mark.django_db
def test_titles_sort_in_danish_order() -> None:
    for title in ("Åben", "Zebra", "Ærlig", "Aarhus", "Bil", "Øl"):
        ProcessFactory(public=True, title=title)
    found = [p.title for p in queries.processes(GUEST, sort="title")]
    assert found == ["Bil", "Zebra", "Ærlig", "Øl", "Åben", "Aarhus"]


@pytest.mark.django_db
def test_the_filters_meet() -> None:
    one = ProcessFactory(public=True, phase="idea", domains=["it"], block_key="x")
    ProcessFactory(public=True, phase="idea", authority=one.authority)
    found = queries.processes(
        GUEST, authority=one.authority_id, phase="idea", domain="it", block="x"
    )
    assert list(found) == [one]


@pytest.mark.django_db
def test_too_common_words_are_not_ranked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "COMMON", 1)
    old = ProcessFactory(public=True, title="Kontrol kontrol kontrol")
    new = ProcessFactory(public=True, title="Noget", summary="kontrol")
    assert list(queries.processes(GUEST, text="kontrol")) == [new, old]


LETTERS = "abcdefghijklmnopqrstuvwxyzæøåäöéüABCDEFGHIJKLMNOPQRSTUVWXYZÆØÅÄÖÉÜ 0123456789-.'"


@pytest.mark.django_db
@given(st.text(LETTERS, max_size=40))
def test_the_database_folds_as_we_do(text: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {search._folded('%s::text')}", [text])
        assert cursor.fetchone() == (fold(text),)


@pytest.mark.django_db
@given(st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=40))
def test_whatever_is_typed_can_be_asked(text: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT to_tsquery('danish', %s)", [ts_query(text)])
