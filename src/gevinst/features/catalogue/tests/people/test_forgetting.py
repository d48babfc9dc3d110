"""What is kept for a time only is deleted when it is over."""

from __future__ import annotations

import time
from datetime import timedelta
from typing import Any

import pytest
from django.db import IntegrityError
from django.utils import timezone

from gevinst.features.accounts.queries import actor_of
from gevinst.features.accounts.tests.factories import UserFactory
from gevinst.features.catalogue.actions.people.seeing import see
from gevinst.features.catalogue.models import Seen
from gevinst.features.catalogue.tasks.forgetting import forget_old_visits, sweep_guests
from gevinst.features.catalogue.tests.factories import ProcessFactory
from gevinst.shared.models import GuestCount

pytestmark = pytest.mark.django_db


def test_visits_are_forgotten_after_the_days_of_the_setting(settings: Any) -> None:
    settings.SEEN_DAYS = 30
    process = ProcessFactory(public=True)
    for days in (29, 31):
        see(process=process, by=actor_of(UserFactory()), now=timezone.now())
        newest = Seen.objects.order_by("-pk")[0]
        Seen.objects.filter(pk=newest.pk).update(last_at=timezone.now() - timedelta(days=days))
    forget_old_visits(0)
    assert Seen.objects.get().last_at > timezone.now() - timedelta(days=30)


def test_counts_of_guests_are_swept() -> None:
    now = int(time.time())
    for key, ends_at in (("over", now - 1), ("running", now + 60)):
        GuestCount.objects.create(key=key, ends_at=ends_at, asked=1)
    sweep_guests(0)
    assert [row.key for row in GuestCount.objects.all()] == ["running"]


def test_two_windows_at_the_same_moment_are_one_visit(monkeypatch: pytest.MonkeyPatch) -> None:
    def taken(*_: Any, **__: Any) -> None:
        raise IntegrityError

    monkeypatch.setattr(Seen, "save", taken)
    see(process=ProcessFactory(public=True), by=actor_of(UserFactory()), now=timezone.now())
    assert not Seen.objects.exists()
