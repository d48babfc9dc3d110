"""What is measured of a process reaches the catalogue: measured baselines alone, of twelve months alone."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

import pytest
from django.utils import timezone

from gevinst.config.measured import YEAR, measured_by_process
from gevinst.features.benefits.tests.factories import BaselineFactory, EffectFactory
from gevinst.features.catalogue import measured
from gevinst.features.catalogue.actions.standing import refresh
from gevinst.features.catalogue.models import Standing

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()


def test_hours_and_dkk_of_twelve_months_by_measured_baselines() -> None:
    baseline = BaselineFactory()
    process = baseline.process
    for day in (TODAY, TODAY - YEAR, TODAY - YEAR - timedelta(days=1)):
        EffectFactory(baseline=baseline, process=process, on=day, hours=10, amount=4000)
    guess = BaselineFactory(process=process, estimated=True, valid_from=TODAY)
    EffectFactory(baseline=guess, process=process, on=TODAY, hours=500, amount=1)
    known = measured_by_process([process.pk])
    assert known == {process.pk: measured.Measured(Decimal(20), Decimal(8000))}
    refresh([process.pk])
    assert Standing.objects.get().hours_measured == Decimal(20)


def test_others_effects_are_left_out() -> None:
    EffectFactory(on=TODAY)
    assert measured_by_process([BaselineFactory().process.pk]) == {}
