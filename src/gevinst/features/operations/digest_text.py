"""What an e-mail about the desk says: queues and numbers, never whom an invoice is about."""

from __future__ import annotations

from collections.abc import Sequence

from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from gevinst.engines.identifiers import mask_all
from gevinst.features.operations.queries.waiting import WaitingQueue
from gevinst.shared.templatetags.gevinst import day, dkk, number


def subject(queues: Sequence[WaitingQueue]) -> str:
    """How much waits, in one line of the language in force."""
    count = sum(queue.count for queue in queues)
    late = sum(queue.past_due for queue in queues)
    told = ngettext("%(n)s item waits at the desk", "%(n)s items wait at the desk", count)
    line = told % {"n": number(count)}
    return f"{line}, {_('%(n)s past due') % {'n': number(late)}}" if late else line


def body(queues: Sequence[WaitingQueue]) -> str:
    """Each queue with its numbers, where the desk is, and how to be left alone."""
    parts = [_told(queue) for queue in queues]
    parts.append(_("You choose under My account how often you get this e-mail."))
    return mask_all("\n\n".join(part for part in parts if part)) + "\n"


def _told(queue: WaitingQueue) -> str:
    english = (get_language() or "da").startswith("en")
    name = queue.name_en if english else queue.name_da
    since = timezone.localtime(queue.oldest)
    lines = [
        f"{queue.robot}: {name}",
        "  "
        + _("%(n)s waiting, %(new)s new") % {"n": number(queue.count), "new": number(queue.new)},
        "  " + _("oldest received %(day)s") % {"day": day(since)},
    ]
    if queue.past_due:
        lines.append("  " + _("%(n)s past due") % {"n": number(queue.past_due)})
    if queue.amount:
        lines.append("  " + dkk(queue.amount))
    if settings.OPERATIONS_SITE_URL:
        where = reverse("desk-queue", args=[queue.robot_id, queue.key])
        lines.append(f"  {settings.OPERATIONS_SITE_URL}{where}")
    return "\n".join(lines)
