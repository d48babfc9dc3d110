"""When an owner wants to be reminded: chosen by the person, within bounds."""

from __future__ import annotations

import pytest

from gevinst.features.accounts.tests.factories import AuthorityFactory, actor
from gevinst.features.benefits.actions.reminder_choice import choose_reminder
from gevinst.features.benefits.models import ReminderChoice
from gevinst.shared.actor import SYSTEM
from gevinst.shared.errors import DomainError

pytestmark = pytest.mark.django_db


def test_the_last_choice_holds() -> None:
    who = actor(reader_of=AuthorityFactory())
    choose_reminder(days_before=7, by=who)
    choose_reminder(days_before=14, by=who)
    assert ReminderChoice.objects.get(user_id=who.user_id).days_before == 14


@pytest.mark.parametrize("days", [-1, 91])
def test_refused_outside_the_bounds(days: int) -> None:
    with pytest.raises(DomainError, match="90"):
        choose_reminder(days_before=days, by=actor(reader_of=AuthorityFactory()))


def test_nobody_has_no_benefits() -> None:
    with pytest.raises(DomainError) as fault:
        choose_reminder(days_before=7, by=SYSTEM)
    assert fault.value.code == "not-allowed"
