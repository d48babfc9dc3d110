"""Words for templates: texts in the user's language, outcomes, weights, fields of a rule."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django import template
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from gevinst.engines.blockkit.contract import Text
from gevinst.engines.identifiers import mask_all

register = template.Library()


@register.filter
def words(text: object) -> str:
    """The text in the language in force; "" where none is known."""
    return text.in_language(get_language() or "da") if isinstance(text, Text) else ""


@register.filter
def capital(text: str) -> str:
    """With a capital first letter, the others as they stand."""
    return text[:1].upper() + text[1:]


@register.filter
def outcome_words(outcome: str) -> str:
    """An outcome's name on screen."""
    known = {"ok": _("In order"), "fail": _("Fails"), "undecided": _("Undecided"), "": _("none")}
    return known.get(outcome, outcome)


@register.filter
def verdict_words(verdict: str) -> str:
    """A verdict's name on screen."""
    known = {
        "approve": _("Approved"),
        "refer": _("Referred to a clerk"),
        "wait": _("Waits"),
        "refused": _("Unreadable"),
        "refuse": _("Unreadable"),
        "return": _("Returned"),
        "hold": _("On hold"),
        "resume": _("Taken up again"),
        "undo": _("Undone"),
    }
    return known.get(verdict, verdict)


@register.filter
def severity_words(severity: str) -> str:
    """A weight's name on screen."""
    known = {"mandatory": _("Mandatory"), "advisory": _("Advisory only")}
    return known.get(severity, severity)


@register.filter
def outcome_badge(outcome: str) -> str:
    """The kind of badge that an outcome has."""
    return {"ok": "success", "fail": "error"}.get(outcome, "warning")


@register.filter
def field_words(key: str) -> str:
    """What a field of a rule is called: `case 2 message da` is `Case 2: message (Danish)`."""
    plain = {
        "version": _("Version"),
        "name da": _("Name (Danish)"),
        "name en": _("Name (English)"),
        "subject": _("About"),
        "order": _("Order"),
        "valid_from": _("Valid from"),
        "valid_to": _("Valid to"),
        "owner": _("Owner"),
        "legal_basis": _("Legal basis"),
        "severity": _("Weight"),
        "queue": _("Queue"),
        "mode": _("Mode"),
        "unknown da": _("Message where something is unknown (Danish)"),
        "unknown en": _("Message where something is unknown (English)"),
    }
    if key in plain:
        return plain[key]
    kind, _space, rest = key.partition(" ")
    if kind == "case":
        return _case(rest)
    if kind == "examples":
        return _("Example %(number)s") % {"number": rest}
    return _("Fact %(name)s") % {"name": rest}


def _case(rest: str) -> str:
    number, _space, part = rest.partition(" ")
    parts = {
        "when": _("condition"),
        "outcome": _("outcome"),
        "message da": _("message (Danish)"),
        "message en": _("message (English)"),
    }
    return _("Case %(number)s: %(part)s") % {"number": number, "part": parts.get(part, part)}


@register.filter
def audit_words(action: str) -> str:
    """What was done with a change."""
    known = {
        "start_rule_change": _("Begun"),
        "edit_rule_change": _("Written in"),
        "report_rule_impact": _("Tried on past decisions"),
        "propose_rule_change": _("Sent for approval"),
        "approve_rule_change": _("Approved"),
        "reject_rule_change": _("Rejected"),
        "withdraw_rule_change": _("Withdrawn"),
    }
    return known.get(action, action)


@register.filter
def masked(value: Any) -> str:
    """Without person numbers."""
    return "" if value is None else mask_all(str(value))


@register.filter
def moment_of(text: str) -> datetime | None:
    """The moment in an ISO text, as JSON keeps it."""
    return datetime.fromisoformat(text) if text else None


@register.filter
def at(mapping: Any, key: Any) -> Any:
    """What stands at `key`; None where nothing does."""
    return mapping.get(key) if mapping else None
