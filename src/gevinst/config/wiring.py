"""Connects the rooms: which signal of one reaches which action of another, which panel stands where."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from gevinst.features.accounts.web.demo import demo_users
from gevinst.features.operations.web.panels import latest_runs, runs_panel
from gevinst.shared import navigation, panels
from gevinst.shared.actor import Actor, Right


def connect() -> None:
    """Called once, when every app is ready."""
    _navigation()
    panels.register("sign-in", panels.Panel(10, "accounts/demo_users.html", demo_users))
    _panels()


def _panels() -> None:
    panel = panels.Panel
    panels.register("catalogue.process", panel(20, "operations/panel_runs.html", runs_panel))
    panels.register("front", panel(30, "operations/panel_latest.html", latest_runs))


def _navigation() -> None:
    entry = navigation.Entry
    navigation.register(entry(10, _("Catalogue"), "catalogue", lambda actor: True))
    navigation.register(entry(20, _("Benefits"), "benefits", _reads_somewhere))
    navigation.register(entry(30, _("Operations"), "operations", _reads_somewhere))
    navigation.register(entry(40, _("Desk"), "desk", _works_a_desk))


def _reads_somewhere(actor: Actor) -> bool:
    return actor.national or bool(actor.authorities(Right.READ))


def _works_a_desk(actor: Actor) -> bool:
    return bool(actor.authorities(Right.WORK_DESK))
