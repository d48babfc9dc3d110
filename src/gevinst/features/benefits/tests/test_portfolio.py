"""The portfolio of benefits: totals that cross-foot, what slips, what is due, files and reminders."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from io import BytesIO
from typing import Any

import openpyxl
import pytest
from django.core import mail
from django.test import Client
from django.utils import timezone

from gevinst.features.accounts.models import User
from gevinst.features.accounts.tests.factories import AuthorityFactory, UserFactory, actor
from gevinst.features.benefits import actions
from gevinst.features.benefits.models import ReminderChoice
from gevinst.features.benefits.queries import Wanted
from gevinst.features.benefits.queries.portfolio.portfolio import portfolio
from gevinst.features.benefits.queries.portfolio.reminder import reminder_days
from gevinst.features.benefits.queries.portfolio.slipped import slipped_cases
from gevinst.features.benefits.tests.case_people import case_people, sound_case
from gevinst.features.benefits.tests.factories import BenefitFactory, StepFactory
from gevinst.features.benefits.tests.realised_example import PAST, recorded
from gevinst.shared.actor import SYSTEM

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 22)
HOURS = ("hours", "")
PAGE = "/gevinster/portefoelje/"


@pytest.fixture
def home() -> Any:
    return AuthorityFactory()


@pytest.fixture
def reader(home: Any) -> Any:
    return actor(reader_of=home)


def held(home: Any, value: int | None = None, **facts: Any) -> Any:
    """A benefit in force; measured to so many hours in a fifth of a year where a value is given."""
    made = BenefitFactory(authority=home, **{"state": "expected", **facts})
    if value is not None:
        StepFactory(benefit=made, value=Decimal(value))
    return made


KEYS: list[Callable[[Any], str]] = [
    lambda one: one.kind,
    lambda one: one.state,
    lambda one: one.mode,
    lambda one: one.owner_name,
    lambda one: one.title,
]


@pytest.mark.parametrize("by", KEYS)
def test_every_way_of_summing_comes_to_the_same(
    by: Callable[[Any], str], home: Any, reader: Any
) -> None:
    held(home, 100)
    held(home, 60, mode="capacity", owner_name="Leder")
    held(home, kind="socio_economic")
    held(home, unit="dkk", expected=Decimal(5000))
    found = portfolio(reader, Wanted(), TODAY)
    parts, total = found.sums(HOURS, by).values(), found.total(HOURS)
    for name in ("count", "expected", "measured", "due", "measured_count"):
        assert sum(getattr(one, name) for one in parts) == getattr(total, name)
    assert (total.count, total.expected, total.due) == (3, 1200, 800)
    assert total.measured == 5 * 160
    assert total.rate == 1


def test_nothing_measured_has_no_rate(home: Any, reader: Any) -> None:
    held(home)
    assert portfolio(reader, Wanted(), TODAY).total(HOURS).rate is None
    assert portfolio(reader, Wanted(), TODAY).total(("dkk", "")).count == 0


@pytest.mark.parametrize("state", ["idea", "lapsed"])
def test_ideas_and_lapsed_ones_are_counted_only_where_asked_for(
    state: str, home: Any, reader: Any
) -> None:
    held(home, state=state)
    assert portfolio(reader, Wanted(), TODAY).holdings == ()
    assert portfolio(reader, Wanted(), TODAY).left_out == 1
    assert len(portfolio(reader, Wanted(state=state), TODAY).holdings) == 1


# hours in a fifth of a year of 400 expected | next measurement | why it slips
SLIPS: list[tuple[int | None, date | None, tuple[str, ...]]] = [
    (80, None, ()),
    (64, None, ()),
    (63, None, ("low",)),
    (None, date(2026, 11, 21), ("late",)),
    (None, date(2026, 11, 22), ()),
    (10, date(2026, 1, 1), ("late", "low")),
]


@pytest.mark.parametrize(("value", "due", "why"), SLIPS)
def test_what_slips(
    value: int | None, due: date | None, why: tuple[str, ...], home: Any, reader: Any
) -> None:
    held(home, value, next_measurement_on=due)
    found = portfolio(reader, Wanted(), TODAY)
    assert [one.slips for one in found.holdings] == [why]
    assert [one.slips for one in found.slipping] == ([why] if why else [])


def test_the_next_measurements_stand_in_order(home: Any, reader: Any) -> None:
    for days in (90, 0, -1, 91, 5):
        held(home, title=str(days), next_measurement_on=TODAY + timedelta(days=days))
    held(home, title="never")
    found = portfolio(reader, Wanted(), TODAY).next_due(TODAY)
    assert [one.benefit.title for one in found] == ["0", "5", "90"]


def test_estimates_are_no_measurement(home: Any, reader: Any) -> None:
    StepFactory(benefit=held(home), target="estimated")
    assert portfolio(reader, Wanted(), TODAY).holdings[0].standing is None


def test_another_authoritys_benefits_are_not_there(home: Any, reader: Any) -> None:
    held(AuthorityFactory())
    assert portfolio(reader, Wanted(), TODAY).holdings == ()


# gain in 2023 of 66,667 expected | whether its break-even has moved
MOVED = [(66_667, False), (40_000, True), (0, True)]


@pytest.mark.parametrize(("came", "moved"), MOVED)
def test_a_case_whose_break_even_has_moved(came: int, moved: bool) -> None:
    people = case_people()
    case = sound_case(people, PAST)
    recorded(case, people, came)
    found = slipped_cases(people.reader, [people.authority.pk], TODAY)
    assert [one.case.pk for one in found] == ([case.pk] if moved else [])
    assert slipped_cases(people.reader, [0], TODAY) == []
    assert len(slipped_cases(people.reader, None, TODAY)) == moved


def test_a_case_that_cannot_be_worked_out_any_more_is_left_out() -> None:
    people = case_people()
    case = sound_case(people, PAST)
    recorded(case, people, 0)
    type(case).objects.filter(pk=case.pk).update(text="a: [")
    assert slipped_cases(people.reader, None, TODAY) == []


def signed_in(client: Client, home: Any) -> User:
    user: User = UserFactory(reader_of=home)
    client.force_login(user)
    return user


def test_the_page_sums_and_tells(client: Client, home: Any) -> None:
    user = signed_in(client, home)
    soon = timezone.localdate() + timedelta(days=3)
    held(
        home,
        10,
        title="Langsom",
        owner=user,
        owner_name=user.name,
        next_measurement_on=soon,
        reminded_for=soon,
    )
    held(home, unit="dkk", expected=Decimal(5000), title="Penge")
    held(home, unit="other", unit_name="fejl")
    for query in ("", "?efter=proces", "?enhed=fejl", "?efter=x&enhed=hours&ansvarlig=x"):
        page = client.get(PAGE + query).content.decode()
        assert "Langsom" in page
        assert 'role="img"' in page
        assert "under 80" in page.lower() or "below 80" in page.lower()


@pytest.mark.parametrize(
    ("query", "there"), [("?type=quality", False), ("?realisering=capacity", True)]
)
def test_filters_stand_in_the_address(query: str, there: bool, client: Client, home: Any) -> None:
    signed_in(client, home)
    held(home, title="Fundet", mode="capacity")
    assert ("1 " in client.get(PAGE + query).content.decode()) is True
    rows = b"".join(client.get(PAGE + "gevinster.csv" + query).streaming_content).decode()  # type: ignore[attr-defined]
    assert ("Fundet" in rows) is there


def test_an_empty_portfolio_says_what_to_do(client: Client, home: Any) -> None:
    signed_in(client, home)
    assert "/gevinster/register/" in client.get(PAGE).content.decode()


def test_nobody_without_a_role(client: Client) -> None:
    client.force_login(UserFactory())
    assert client.get(PAGE).status_code == 403


def test_the_workbook_sums_by_formulas(client: Client, home: Any) -> None:
    signed_in(client, home)
    held(home, 100, title="=1+1", next_measurement_on=TODAY)
    held(home)
    answer = client.get(PAGE + "gevinster.xlsx")
    sheet = openpyxl.load_workbook(BytesIO(answer.content)).active
    assert sheet is not None
    rows = list(sheet.iter_rows(values_only=True))
    assert {rows[1][0], rows[2][0]} >= {"=1+1"}
    assert sum(row[9] for row in rows[1:3]) == 800  # type: ignore[misc]
    assert str(rows[-1][9]).startswith("=SUMIF(")


def test_reminders_come_when_the_owner_wants_them(client: Client, home: Any) -> None:
    user = signed_in(client, home)
    assert client.post(PAGE + "paamindelse/", {"dage": "7"}).status_code == 302
    assert ReminderChoice.objects.get(user=user).days_before == 7
    assert reminder_days(actor(reader_of=home)) == 0
    held(home, owner=user, next_measurement_on=TODAY + timedelta(days=7))
    held(home, owner=user, next_measurement_on=TODAY + timedelta(days=8))
    held(home, owner=UserFactory(reader_of=home), next_measurement_on=TODAY + timedelta(days=1))
    assert actions.remind(today=TODAY, by=SYSTEM) == 1
    (sent,) = mail.outbox
    assert sent.to == [user.email]
    assert "1 " in sent.subject


@pytest.mark.parametrize("days", ["", "x", "91"])
def test_a_strange_choice_is_refused(days: str, client: Client, home: Any) -> None:
    signed_in(client, home)
    assert client.post(PAGE + "paamindelse/", {"dage": days}).status_code == 422
