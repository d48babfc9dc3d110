"""The outcomes of a reconciliation in words."""

from __future__ import annotations

from django.utils.translation import gettext as _


def outcome_label(outcome: str) -> str:
    """The outcome in the language in force; the key itself where it has no words."""
    words = {
        "received": _("Received"),
        "approved": _("Approved"),
        "referred": _("Referred to a clerk"),
        "held": _("On hold"),
        "waiting": _("Waiting for a register"),
        "refused": _("Unreadable"),
        "returned": _("Returned to the supplier"),
        "pending": _("Not decided yet"),
        "difference": _("Difference"),
    }
    return words.get(outcome, outcome)
