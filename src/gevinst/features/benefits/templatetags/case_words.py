"""The words of a business case in templates."""

from __future__ import annotations

from django import template
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

register = template.Library()

ACTS: dict[str, Promise] = {
    "benefits.start_case": _("Begun"),
    "benefits.keep_case_version": _("Version kept"),
    "benefits.propose_case": _("Sent for approval"),
    "benefits.withdraw_case": _("Taken back"),
    "benefits.approve_case": _("Approved"),
    "benefits.reject_case": _("Sent back"),
    "benefits.archive_case": _("Put away"),
    "benefits.reopen_case": _("Opened again"),
    "benefits.show_case": _("Shown to others"),
    "benefits.comment_case": _("Commented on"),
    "benefits.edit_case_comment": _("Comment edited"),
    "benefits.delete_case_comment": _("Comment deleted"),
    "benefits.resolve_case_comment": _("Comment settled"),
}


@register.filter
def case_act(action: str) -> str:
    """What was done with a business case."""
    return str(ACTS.get(action, action))
