"""What is said of a business case: the threads of its page, and writing in them."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from gevinst.features.benefits.actions import cases as actions
from gevinst.features.benefits.casework.paths import Data, plain, rows
from gevinst.features.benefits.casework.permissions import wrote_comment
from gevinst.features.benefits.models import BusinessCase, CaseComment
from gevinst.features.benefits.queries import cases as queries
from gevinst.shared.actor import Actor
from gevinst.shared.errors import DomainError


@dataclass(frozen=True, slots=True)
class Said:
    """A comment as the page shows it, with whether it is the reader's own; `place` says what it is about."""

    comment: CaseComment
    own: bool
    place: str = ""
    replies: tuple[Said, ...] = ()


def threads(actor: Actor, case: BusinessCase) -> list[Said]:
    """Every comment with its replies, oldest first; the settled ones last."""
    data = plain(case.text) or {}
    found = [
        Said(
            each,
            wrote_comment(actor, each),
            place_title(data, each.path),
            tuple(Said(reply, wrote_comment(actor, reply)) for reply in each.thread),  # type: ignore[attr-defined]
        )
        for each in queries.case_comments(case)
    ]
    return sorted(found, key=lambda said: said.comment.resolved_at is not None)


def place_title(data: Data, path: str) -> str:
    """What stands at a place of the case: the title of the line or the assumption, else the place."""
    part, _dot, name = path.partition(".")
    named = data.get(part)
    if isinstance(named, dict):
        found = named.get(name)
        return str(found.get("title") or name) if isinstance(found, dict) else path
    line = next((row for row in rows(data, part) if str(row.get("id")) == name), {})
    return str(line.get("title") or path)


@require_POST
def say(request: HttpRequest, case_id: int) -> HttpResponse:
    """Writes, replies, edits, deletes or settles; leads back to the conversation."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    case = queries.case(actor, case_id)
    act, text = request.POST.get("act", "new"), request.POST.get("text", "")
    about = _number(request.POST.get("comment", ""))
    if act == "new":
        path = request.POST.get("path", "").replace("\x00", "")
        made = actions.comment_case(case=case, text=text, by=actor, path=path, reply_to=about)
    else:
        made = _changed(actor, queries.case_comment(case, about or 0), act, text)
    address = reverse("business-case", args=[case.pk])
    return HttpResponseRedirect(f"{address}#c-{made.parent_id or made.pk}")


def _changed(actor: Actor, comment: CaseComment, act: str, text: str) -> CaseComment:
    match act:
        case "edit":
            return actions.edit_case_comment(comment=comment, text=text, by=actor)
        case "delete":
            return actions.delete_case_comment(comment=comment, by=actor)
        case "settle" | "reopen":
            settled = act == "settle"
            return actions.resolve_case_comment(comment=comment, by=actor, resolved=settled)
    raise DomainError("invalid", _("This cannot be done with a comment."))


def _number(stated: str) -> int | None:
    return int(stated) if stated.isdecimal() and len(stated) < 19 else None  # noqa: PLR2004
