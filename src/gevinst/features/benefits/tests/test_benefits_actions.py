"""Baselines and effects: which one holds, what is counted, and that the past stays."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.db import DatabaseError, transaction

from gevinst.features.accounts.tests.factories import AuthorityFactory, actor
from gevinst.features.benefits import actions, queries
from gevinst.features.benefits.models import Baseline, Effect
from gevinst.features.benefits.tests.factories import BaselineFactory, EffectFactory, RunFactory
from gevinst.features.catalogue.tests.factories import ProcessFactory
from gevinst.shared.actor import SYSTEM
from gevinst.shared.errors import DomainError
from gevinst.shared.models import AuditEntry

pytestmark = pytest.mark.django_db
DAY = date(2026, 2, 3)


def facts(**changed: Any) -> dict[str, Any]:
    return {
        "valid_from": date(2026, 1, 1),
        "manual_minutes": Decimal(12),
        "exception_minutes": Decimal(9),
        "hourly_cost": Decimal("412.50"),
        "evidence": "measured",
        "source": "Tidsmåling",
        **changed,
    }


@pytest.fixture
def run() -> Any:
    return RunFactory()


def recorded(run: Any, **changed: Any) -> Effect | None:
    kwargs = {"on": DAY, "untouched": 100, "exceptions": 10, "actor": SYSTEM, **changed}
    return actions.record_effect(run_id=run.pk, process_id=run.robot.process_id, **kwargs)


def test_a_contributor_sets_a_baseline() -> None:
    process = ProcessFactory()
    by = actor(contributor_of=process.authority)
    made = actions.set_baseline(process_id=process.pk, by=by, **facts())
    assert (made.created_by_id, made.created_by_name) == (by.user_id, by.name)
    entry = AuditEntry.objects.get(action="benefits.set_baseline")
    assert entry.facts["process"] == process.pk


@pytest.mark.parametrize(("role", "code"), [("reader_of", "not-allowed"), (None, "not-found")])
def test_others_do_not(role: str | None, code: str) -> None:
    process = ProcessFactory()
    by = actor(**{role: process.authority}) if role else actor(contributor_of=AuthorityFactory())
    with pytest.raises(DomainError) as fault:
        actions.set_baseline(process_id=process.pk, by=by, **facts())
    assert fault.value.code == code
    assert not Baseline.objects.exists()


@pytest.mark.parametrize(
    "wrong",
    [
        {"source": "  "},
        {"manual_minutes": Decimal(-1)},
        {"exception_minutes": Decimal("-0.01")},
        {"hourly_cost": Decimal(-5)},
        {"evidence": "guessed"},
        {"grade": "D"},
        {"grade": "X"},
        {"evidence": "estimated", "grade": "A"},
        {"minutes_before": Decimal(20)},
        {"minutes_after": Decimal(2)},
        {"minutes_before": Decimal(12), "minutes_after": Decimal("0.01")},
        {"minutes_before": Decimal(20), "minutes_after": Decimal(-1)},
    ],
)
def test_what_cannot_be_is_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(DomainError) as fault:
        actions.set_baseline(process_id=ProcessFactory().pk, by=SYSTEM, **facts(**wrong))
    assert fault.value.code == "invalid"


@pytest.mark.parametrize(
    ("on", "minutes"),
    [
        (date(2025, 12, 31), None),
        (date(2026, 1, 1), 12),
        (date(2026, 5, 31), 12),
        (date(2026, 6, 1), 7),  # two of one day: the newest holds
        (date(2027, 1, 1), 7),
    ],
)
def test_which_baseline_holds(on: date, minutes: int | None) -> None:
    first = BaselineFactory()
    for manual in (8, 7):
        BaselineFactory(
            process=first.process, valid_from=date(2026, 6, 1), manual_minutes=Decimal(manual)
        )
    held = queries.baseline_on(first.process_id, on)
    assert (held.manual_minutes if held else None) == minutes


def test_a_baseline_is_never_changed() -> None:
    baseline = BaselineFactory()
    for change in (lambda: Baseline.objects.update(source="x"), baseline.delete):
        with pytest.raises(DatabaseError), transaction.atomic():
            change()


def test_without_a_baseline_there_is_no_effect(run: Any) -> None:
    assert recorded(run) is None
    assert actions.record_exception(run_id=run.pk, minutes=Decimal(3), actor=SYSTEM) is None
    assert not Effect.objects.exists()


def test_a_run_is_counted_once(run: Any) -> None:
    BaselineFactory(process=run.robot.process)
    first = recorded(run)
    assert first is not None
    assert (first.hours, first.amount) == (Decimal("18.50"), Decimal("7631.25"))
    assert recorded(run, untouched=999) == first
    assert Effect.objects.get().untouched == 100


def test_a_later_baseline_leaves_the_past_alone(run: Any) -> None:
    BaselineFactory(process=run.robot.process)
    before = recorded(run)
    BaselineFactory(process=run.robot.process, manual_minutes=Decimal(1))
    assert before is not None
    actions.record_exception(run_id=run.pk, minutes=Decimal(9), actor=SYSTEM)
    after = Effect.objects.get()
    assert (after.hours, after.baseline_id) == (before.hours, before.baseline_id)


def test_measured_minutes_take_the_place_of_the_baselines(run: Any) -> None:
    BaselineFactory(process=run.robot.process)
    recorded(run)
    effect = actions.record_exception(run_id=run.pk, minutes=Decimal(3), actor=SYSTEM)
    assert effect is not None
    assert (effect.exceptions_done, effect.hours) == (1, Decimal("18.60"))


def test_minutes_on_what_comes_back_count_without_closing_it(run: Any) -> None:
    BaselineFactory(process=run.robot.process)
    recorded(run)
    effect = actions.record_exception(run_id=run.pk, minutes=Decimal(3), actor=SYSTEM, done=0)
    assert effect is not None
    assert (effect.exceptions_done, effect.hours) == (0, Decimal("18.45"))


def test_no_more_are_done_than_there_were(run: Any) -> None:
    BaselineFactory(process=run.robot.process)
    recorded(run, exceptions=1)
    for _ in range(2):
        effect = actions.record_exception(run_id=run.pk, minutes=Decimal(6), actor=SYSTEM)
    assert effect is not None
    assert (effect.exceptions_done, effect.clerk_minutes) == (1, Decimal(12))


@pytest.mark.parametrize(("steps", "done"), [([1, -1], 0), ([1, -1, 1], 1), ([-1], 0)])
def test_what_is_undone_is_open_again(run: Any, steps: list[int], done: int) -> None:
    BaselineFactory(process=run.robot.process)
    recorded(run)
    for step in steps:
        effect = actions.record_exception(
            run_id=run.pk, minutes=Decimal(0), actor=SYSTEM, done=step
        )
    assert effect is not None
    assert effect.exceptions_done == done


def test_an_effect_cannot_be_deleted() -> None:
    with pytest.raises(DatabaseError), transaction.atomic():
        EffectFactory().delete()


def test_an_own_measurement_says_how_it_was_made() -> None:
    process = ProcessFactory()
    told = facts(
        minutes_before=Decimal(15),
        minutes_after=Decimal(3),
        n=21,
        measured_on=date(2025, 11, 3),
        grade="C",
    )
    made = actions.set_baseline(process_id=process.pk, by=SYSTEM, **told)
    assert (made.known, made.n, made.minutes_before, made.measured_on) == (
        "C",
        21,
        15,
        date(2025, 11, 3),
    )
    assert made.sample is None


@pytest.mark.parametrize(
    ("given", "known", "said"),
    [
        ({}, "B", "sample-not-stated"),
        ({"n": 1}, "B", "single-case"),
        ({"n": 21}, "B", "small-sample"),
        ({"n": 120}, "B", None),
        ({"log": True}, "A", None),
        ({"estimated": True}, "D", None),
        ({"estimated": True, "grade": "E"}, "E", None),
    ],
)
def test_what_is_said_of_the_evidence(given: dict[str, Any], known: str, said: str | None) -> None:
    made = BaselineFactory(**given)
    assert made.known == known
    assert (made.sample.code if made.sample else None) == said
