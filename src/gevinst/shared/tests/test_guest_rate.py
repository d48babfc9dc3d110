"""How much guests may ask for: by address, over processes, refused with a page that says when to come."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from django.db import connection
from django.test import Client, RequestFactory
from hypothesis import given
from hypothesis import strategies as st

from gevinst.features.accounts.tests.factories import TokenFactory, UserFactory
from gevinst.shared.guests import middleware
from gevinst.shared.guests.address import client, hashed
from gevinst.shared.guests.counting import count, sweep
from gevinst.shared.guests.rate import rate
from gevinst.shared.models import GuestCount

NOW = 1_700_000_040  # a minute begins


@pytest.fixture
def few(settings: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two pages and one export a minute, and a clock that stands."""
    settings.GUEST_RATE, settings.GUEST_EXPORT_RATE = "2/m", "1/m"
    monkeypatch.setattr(middleware.time, "time", lambda: NOW + 10)


def statuses(asker: Client, path: str, times: int) -> list[int]:
    return [asker.get(path).status_code for _ in range(times)]


@pytest.mark.django_db
def test_a_guest_is_refused_after_the_rate_and_told_when_to_come_again(few: None) -> None:
    asker = Client()
    assert statuses(asker, "/katalog/", 3) == [200, 200, 429]
    answer = asker.get("/katalog/")
    assert answer.headers["Retry-After"] == "50"
    assert "Prøv igen om 50 sekunder" in answer.content.decode()


@pytest.mark.django_db
def test_exports_are_counted_apart_and_allowed_less(few: None) -> None:
    asker = Client()
    assert statuses(asker, "/katalog/processer.csv", 2) == [200, 429]
    assert statuses(asker, "/katalog/", 1) == [200]


@pytest.mark.django_db
def test_the_next_window_is_open(few: None, monkeypatch: pytest.MonkeyPatch) -> None:
    asker = Client()
    assert statuses(asker, "/katalog/", 3)[-1] == 429
    monkeypatch.setattr(middleware.time, "time", lambda: NOW + 60)
    assert statuses(asker, "/katalog/", 1) == [200]
    assert GuestCount.objects.count() == 1  # nothing is kept beyond the window


@pytest.mark.django_db
def test_another_address_and_whoever_is_signed_in_are_let_by(few: None) -> None:
    assert statuses(Client(), "/katalog/", 3)[-1] == 429
    assert statuses(Client(REMOTE_ADDR="192.0.2.7"), "/katalog/", 1) == [200]
    known = Client()
    known.force_login(UserFactory())
    assert statuses(known, "/katalog/", 5) == [200] * 5


@pytest.mark.django_db
def test_other_pages_have_no_limit(few: None) -> None:
    assert set(statuses(Client(), "/tilgaengelighed/", 5)) == {200}


@pytest.mark.django_db
def test_the_api_answers_with_a_problem_and_leaves_tokens_to_their_own_rate(few: None) -> None:
    answers = [Client().get("/api/v1/processes") for _ in range(3)]
    assert [one.status_code for one in answers] == [401, 401, 429]
    assert answers[2].json()["code"] == "too-many-requests"
    secret = TokenFactory().secret
    told = Client(headers={"authorization": f"Bearer {secret}"})
    assert statuses(told, "/api/v1/processes", 4) == [200] * 4


@pytest.mark.django_db
def test_an_address_is_not_kept(few: None) -> None:
    Client(REMOTE_ADDR="192.0.2.7").get("/katalog/")
    [row] = GuestCount.objects.all()
    assert row.key == hashed("192.0.2.7", "page", NOW // 60)
    assert hashed("192.0.2.7", "page", NOW // 60 + 1) != row.key


@pytest.mark.parametrize(
    ("header", "sent", "found"),
    [
        ("", {"HTTP_X_FORWARDED_FOR": "192.0.2.1"}, "198.51.100.9"),
        ("X-Forwarded-For", {"HTTP_X_FORWARDED_FOR": "6.6.6.6, 192.0.2.1"}, "192.0.2.1"),
        ("X-Forwarded-For", {}, "198.51.100.9"),
        ("X-Real-IP", {"HTTP_X_REAL_IP": "2001:db8:1:2:3::4"}, "2001:db8:1:2::/64"),
        ("X-Real-IP", {"HTTP_X_REAL_IP": "::ffff:192.0.2.1"}, "192.0.2.1"),
        ("X-Real-IP", {"HTTP_X_REAL_IP": "unix:"}, "unix:"),
    ],
)
def test_a_header_is_believed_only_where_the_setting_names_it(
    header: str, sent: dict[str, str], found: str, settings: Any
) -> None:
    settings.PROXY_HEADER = header
    assert client(RequestFactory().get("/", REMOTE_ADDR="198.51.100.9", **sent)) == found


@pytest.mark.django_db(transaction=True)
def test_the_count_holds_over_many_at_once() -> None:
    def ask(_n: int) -> int:
        try:
            return count("k", ends_at=NOW + 60, now=NOW)
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as pool:
        assert sorted(pool.map(ask, range(40))) == list(range(1, 41))
    assert sweep(NOW) == 0
    assert sweep(NOW + 60) == 1


@pytest.mark.django_db
def test_the_table_is_unlogged() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT relpersistence FROM pg_class WHERE relname = 'shared_guestcount'")
        assert cursor.fetchone() == ("u",)


@given(st.integers(0, 10**6), st.sampled_from("smh"))
def test_a_rate_is_read(most: int, span: str) -> None:
    assert rate(f" {most}/{span} ") == (most, {"s": 1, "m": 60, "h": 3600}[span])


@pytest.mark.parametrize("stated", ["", "120", "120/d", "-1/m", "1.5/m"])
def test_what_is_no_rate_is_refused(stated: str) -> None:
    with pytest.raises(ValueError, match="120/m"):
        rate(stated)
