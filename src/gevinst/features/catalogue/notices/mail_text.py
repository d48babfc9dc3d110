"""The e-mail about notices: plain text, each with what changed and where, and how to be left alone."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMessage
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from gevinst.features.catalogue.notices.wording import Said
from gevinst.shared.templatetags.gevinst import moment, number

MOST = 60  # notices written out; of more, the page is named
LINE = 120


def message(told: Sequence[Said], *, to: str, about: Sequence[int]) -> EmailMessage:
    """One e-mail of `told` (at least one), in the language in force; `about` are the notices' ids."""
    headers = {"Message-ID": _message_id(to, about), "Auto-Submitted": "auto-generated"}
    if settings.OPERATIONS_SITE_URL:
        headers["List-Unsubscribe"] = f"<{_address(reverse('notice-choices'))}>"
    return EmailMessage(subject(told), body(told), to=[to], headers=headers)


def subject(told: Sequence[Said]) -> str:
    """The one thing, or how many; always one line."""
    if len(told) == 1:
        line = " ".join(told[0].headline.split())
        return line if len(line) <= LINE else line[: LINE - 1] + "…"
    words = ngettext("%(n)s notice from Gevinst", "%(n)s notices from Gevinst", len(told))
    return words % {"n": number(len(told))}


def body(told: Sequence[Said]) -> str:
    """Every notice, newest last, and where to choose."""
    parts = [_told(one) for one in told[:MOST]]
    if len(told) > MOST:
        left = {"n": number(len(told) - MOST)}
        parts.append(_("%(n)s more stand under Notices.") % left)
    choose = _("You choose how often you get such e-mails.")
    if settings.OPERATIONS_SITE_URL:
        choose += f"\n{_address(reverse('notice-choices'))}"
    return "\n\n".join([*parts, choose]) + "\n"


def _told(one: Said) -> str:
    lines = [one.headline]
    lines += [
        "  "
        + _("%(field)s: from “%(before)s” to “%(after)s”")
        % {"field": field, "before": before, "after": after}
        for field, before, after in one.changes
    ]
    lines += [f"  {line}" for line in one.text.splitlines() if line.strip()]
    lines += [f"  - {item}" for item in one.items]
    lines.append(f"  {moment(one.at)}")
    if one.path and settings.OPERATIONS_SITE_URL:
        lines.append(f"  {_address(one.path)}")
    return "\n".join(lines)


def _address(path: str) -> str:
    return f"{settings.OPERATIONS_SITE_URL}{path}"


def _message_id(to: str, about: Sequence[int]) -> str:
    """The same for the same notices to the same person, so that a second copy is known as one."""
    place = urlsplit(settings.OPERATIONS_SITE_URL).hostname or "gevinst.invalid"
    name = uuid.uuid5(uuid.NAMESPACE_URL, f"{to} {' '.join(map(str, sorted(about)))}")
    return f"<{name}@{place}>"
