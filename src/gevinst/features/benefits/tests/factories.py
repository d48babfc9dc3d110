"""Baselines, effects, costs and benefits for tests; `StepFactory` moves its benefit."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import factory
from factory.django import DjangoModelFactory

from gevinst.features.accounts.tests.factories import AuthorityFactory
from gevinst.features.benefits.models import (
    Baseline,
    Benefit,
    BenefitStep,
    Effect,
    Evidence,
    RobotCost,
)
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


class CostFactory(DjangoModelFactory[RobotCost]):
    """A team of 10,000 DKK a month from the beginning of 2026, shared by the authority's robots."""

    class Meta:
        model = RobotCost

    authority = factory.SubFactory(AuthorityFactory)
    kind = "team"
    amount = Decimal(10000)
    since = date(2026, 1, 1)
    source = "Årsopgørelse"
    created_by_name = "Procesejer"


class BenefitFactory(DjangoModelFactory[Benefit]):
    """An idea of 400 hours a year; traits: `cut` (DKK, from the budget), `quality_of_task`."""

    class Meta:
        model = Benefit

    class Params:
        cut = factory.Trait(mode="budget_cut", unit="dkk", budget_reference="6.45.51")
        quality_of_task = factory.Trait(
            kind="quality", quality="task_quality", mode="quality", unit="other", unit_name="fejl"
        )

    authority = factory.SubFactory(AuthorityFactory)
    title = factory.Sequence(lambda n: f"Gevinst {n}")
    kind = "budget_productivity"
    mode = "reallocated_time"
    unit = "hours"
    expected = Decimal(400)
    created_by_name = "Procesejer"


class StepFactory(DjangoModelFactory[BenefitStep]):
    """A measurement of 100 hours in the first quarter of 2026; its benefit follows with its state."""

    class Meta:
        model = BenefitStep
        skip_postgeneration_save = True

    benefit = factory.SubFactory(BenefitFactory)
    source = "estimated"
    target = "measured"
    on = date(2026, 4, 1)
    grade = "A"
    evidence = "Log"
    value = Decimal(100)
    since = date(2026, 1, 1)
    until = date(2026, 3, 14)
    by_name = "Procesejer"

    @factory.post_generation
    def carried(self, create: bool, extracted: object, **_: object) -> None:
        """The benefit is where its step took it."""
        self.benefit.state = self.target  # type: ignore[attr-defined]
        self.benefit.save()  # type: ignore[attr-defined]
