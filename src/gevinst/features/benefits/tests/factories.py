"""Baselines and effects for tests; traits: `estimated`, `log`."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import factory
from factory.django import DjangoModelFactory

from gevinst.features.benefits.models import Baseline, Effect, Evidence
from gevinst.features.catalogue.tests.factories import ProcessFactory
from gevinst.features.operations.models import Robot, Run


class BaselineFactory(DjangoModelFactory[Baseline]):
    """A measured baseline from the beginning of 2026: 12 and 9 minutes, 412.50 DKK."""

    class Meta:
        model = Baseline

    class Params:
        estimated = factory.Trait(evidence=Evidence.ESTIMATED)
        log = factory.Trait(evidence=Evidence.LOG)

    process = factory.SubFactory(ProcessFactory)
    valid_from = date(2026, 1, 1)
    manual_minutes = Decimal(12)
    exception_minutes = Decimal(9)
    hourly_cost = Decimal("412.50")
    evidence = Evidence.MEASURED
    source = "Tidsmåling af 120 sager"
    created_by_name = "Procesejer"


class RobotFactory(DjangoModelFactory[Robot]):
    """A robot of the process."""

    class Meta:
        model = Robot

    process = factory.SubFactory(ProcessFactory)
    authority = factory.SelfAttribute("process.authority")
    key = factory.Sequence(lambda n: f"robot-{n}")
    name = "Robot"


class RunFactory(DjangoModelFactory[Run]):
    """A run that has ended."""

    class Meta:
        model = Run

    robot = factory.SubFactory(RobotFactory)
    status = Run.Status.COMPLETED
    on = date(2026, 2, 3)


class EffectFactory(DjangoModelFactory[Effect]):
    """Two hours freed in February 2026, by a baseline of its own."""

    class Meta:
        model = Effect

    baseline = factory.SubFactory(BaselineFactory)
    process = factory.SelfAttribute("baseline.process")
    on = date(2026, 2, 3)
    run = factory.SubFactory(
        RunFactory,
        on=factory.SelfAttribute("..on"),
        robot__process=factory.SelfAttribute("...process"),
    )
    untouched = 10
    exceptions = 0
    hours = Decimal("2.00")
    amount = Decimal("825.00")
