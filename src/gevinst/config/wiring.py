"""Connects the rooms: which signal of one reaches which action of another, which panel stands where."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext_lazy as _

from gevinst.config import catalogue_panels
from gevinst.config.freed import freed_by_process
from gevinst.config.measured import measured_by_process
from gevinst.features.accounts.web.demo import demo_users
from gevinst.features.benefits import actions as benefits
from gevinst.features.benefits.publishing.open_datasets import case_datasets
from gevinst.features.benefits.web.cases.process_panel import cases_panel
from gevinst.features.benefits.web.panels import effect_panel
from gevinst.features.catalogue import measured
from gevinst.features.catalogue.actions import standing
from gevinst.features.catalogue.exporting.described import processes_dataset
from gevinst.features.operations import month_effect
from gevinst.features.operations import signals as operations
from gevinst.features.operations.web.panels import latest_runs, rule_outcomes, runs_panel
from gevinst.shared import navigation, open_data, panels
from gevinst.shared.actor import Actor, Right


def connect() -> None:
    """Called once, when every app is ready."""
    _navigation()
    _signals()
    _panels()
    catalogue_panels.connect()
    month_effect.register(freed_by_process)
    open_data.register(10, processes_dataset)
    open_data.register(20, case_datasets)
    measured.register(measured_by_process)


def _panels() -> None:
    panel = panels.Panel
    panels.register("sign-in", panel(10, "accounts/demo_users.html", demo_users))
    panels.register("catalogue.process", panel(10, "benefits/effect_panel.html", effect_panel))
    panels.register("catalogue.process", panel(15, "benefits/case_panel.html", cases_panel))
    panels.register("catalogue.process", panel(20, "operations/panel_runs.html", runs_panel))
    panels.register("control.rule", panel(10, "operations/panel_rule.html", rule_outcomes))
    panels.register("insight.front", panel(30, "operations/panel_latest.html", latest_runs))


def _navigation() -> None:
    entry = navigation.Entry
    navigation.register(entry(10, _("Catalogue"), "catalogue", lambda actor: True))
    navigation.register(entry(15, _("Published cases"), "published-cases", lambda actor: True))
    navigation.register(entry(20, _("Benefits"), "benefits", _reads_somewhere))
    navigation.register(entry(30, _("Operations"), "operations", _reads_somewhere))
    navigation.register(entry(35, _("Rules"), "rules", _reads_somewhere))
    navigation.register(entry(40, _("Desk"), "desk", _works_a_desk))


def _reads_somewhere(actor: Actor) -> bool:
    return actor.national or bool(actor.authorities(Right.READ))


def _works_a_desk(actor: Actor) -> bool:
    return bool(actor.authorities(Right.WORK_DESK))


def _signals() -> None:
    operations.run_completed.connect(_run_completed)
    operations.exception_done.connect(_exception_done)


def _run_completed(
    *,
    run_id: int,
    process_id: int,
    on: date,
    untouched: int,
    exceptions: int,
    actor: Actor,
    **_kwargs: Any,
) -> None:
    benefits.record_effect(
        run_id=run_id,
        process_id=process_id,
        on=on,
        untouched=untouched,
        exceptions=exceptions,
        actor=actor,
    )
    standing.refresh([process_id])


def _exception_done(
    *, run_id: int, minutes: Decimal, actor: Actor, done: int, **_kwargs: Any
) -> None:
    benefits.record_exception(run_id=run_id, minutes=minutes, actor=actor, done=done)
