"""What the page of a process shows of its conversation, and of a moderator's decision."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest

from gevinst.features.catalogue.models import Process, Report
from gevinst.features.catalogue.permissions import may_read_internal
from gevinst.features.catalogue.queries.talk import threads
from gevinst.features.catalogue.talk_rights import may_moderate, may_talk
from gevinst.features.catalogue.web.talk.forms import SayForm
from gevinst.shared.actor import Actor

NEWEST = 10


def talk_panel(request: HttpRequest, process: Process) -> dict[str, Any] | None:
    """The newest threads and the form; guests are told where it is."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    if not actor.known:
        return {"guest": True, "process": process}
    if not may_talk(actor):
        return None
    found = threads(actor, process)
    return {
        "threads": found[-NEWEST:],
        "total": len(found),
        "more": len(found) > NEWEST,
        "form": say_form(actor, process),
        **rights(actor, process),
    }


def rights(actor: Actor, process: Process) -> dict[str, Any]:
    """What the reader may do with comments that are not the own."""
    return {"process": process, "may_moderate": may_moderate(actor, process.authority_id)}


def say_form(actor: Actor, process: Process, *args: Any) -> SayForm:
    """The form; one who may not read what is internal is not asked about it."""
    form = SayForm(*args)
    if not may_read_internal(actor, process):
        del form.fields["internal"]
    return form


def withheld_panel(request: HttpRequest, process: Process) -> dict[str, Any] | None:
    """Why other authorities do not see the process; only its own people meet this."""
    if not process.withheld:
        return None
    decided = Report.objects.filter(
        process=process, comment=None, outcome=Report.Outcome.WITHHELD
    ).order_by("-handled_at")
    return {"answer": decided.values_list("answer", flat=True).first() or ""}
