"""Somebody wrote: comments, help and reports reach those who take part, answer or decide."""

from __future__ import annotations

from typing import Any

from gevinst.features.catalogue.actions.notices.telling import tell
from gevinst.features.catalogue.models import (
    Comment,
    HelpAnswer,
    HelpPost,
    NoticeKind,
    Process,
    Report,
)
from gevinst.features.catalogue.queries.people import responsible as people
from gevinst.shared.actor import Actor


def commented(comment: Comment, actor: Actor, **_: Any) -> None:
    """The author that was replied to, the others of the conversation, owners and followers."""
    process = comment.process
    facts = {
        "what": "commented",
        "actor": comment.author_name,
        "title": process.title,
        "text": comment.text,
        "internal": comment.internal,
    }
    parent = comment.parent
    answered = _known(parent.author_id if parent else None) - {actor.user_id}
    replied = {**facts, "what": "replied"}
    tell(to=answered, kind=NoticeKind.COMMENT, facts=replied, process=process)
    wanted = people.responsible(process) | people.followers(process) | _taking_part(comment)
    wanted -= {*answered, actor.user_id}
    tell(to=wanted, kind=NoticeKind.COMMENT, facts=facts, process=process)


def _taking_part(comment: Comment) -> set[int]:
    """Who wrote in the same conversation: under the same comment, or that comment itself."""
    if comment.parent_id is None:
        return set()
    others = Comment.objects.filter(parent=comment.parent_id, author__isnull=False)
    return set(others.values_list("author_id", flat=True))


def help_asked(post: HelpPost, actor: Actor, **_: Any) -> None:
    """Those who follow the authority, and those who answer for or follow the process it is about."""
    offered = post.kind == HelpPost.Kind.OFFER
    facts = {
        "what": "help-offered" if offered else "help-asked",
        "authority": post.authority.name,
        "heading": post.title,
        "text": post.text,
        **_where(post),
    }
    wanted = people.followers_of_authority(post.authority_id)
    if post.process is not None:
        wanted |= people.responsible(post.process) | people.followers(post.process)
    tell(to=wanted - {actor.user_id}, kind=NoticeKind.HELP, facts=facts, process=post.process)


def help_answered(answer: HelpAnswer, actor: Actor, **_: Any) -> None:
    """The one who posted, and the others who answered."""
    post = answer.post
    wanted = _known(post.author_id, *post.answers.values_list("author_id", flat=True))
    facts = {
        "what": "help-answered",
        "authority": answer.authority.name,
        "heading": post.title,
        "text": answer.text,
        **_where(post),
    }
    tell(to=wanted - {actor.user_id}, kind=NoticeKind.HELP, facts=facts)


def _where(post: HelpPost) -> dict[str, Any]:
    return {"url_name": "help-post", "url_args": [post.pk]}


def reported(report: Report, actor: Actor, **_: Any) -> None:
    """The moderators hear that a report waits."""
    wanted = people.moderators(report.process) - {actor.user_id}
    place = {"url_name": "moderation-report", "url_args": [report.pk]}
    facts = {**_report(report, "reported"), "text": report.text, **place}
    tell(to=wanted, kind=NoticeKind.MODERATION, facts=facts, process=report.process)


def moderated(report: Report, actor: Actor, **_: Any) -> None:
    """Who reported hears the answer; so does who wrote it, or answers for the process."""
    facts = {**_report(report, "report-decided"), "text": report.answer}
    reporter = {report.reporter_id} - {actor.user_id}
    tell(to=reporter, kind=NoticeKind.MODERATION, facts=facts, process=_open(report))
    wanted = _answerable(report) - {actor.user_id, report.reporter_id}
    told = {**facts, "what": "content-decided"}
    tell(to=wanted, kind=NoticeKind.MODERATION, facts=told, process=report.process)


def _answerable(report: Report) -> set[int]:
    if report.comment is not None:
        return _known(report.comment.author_id)
    return people.responsible(report.process)


def _open(report: Report) -> Process | None:
    """None for one that was taken out of sight: whoever reported it is answered all the same."""
    return report.process if report.outcome == Report.Outcome.KEPT else None


def _report(report: Report, what: str) -> dict[str, Any]:
    return {
        "what": what,
        "title": report.process.title,
        "reason": report.reason,
        "outcome": report.outcome,
    }


def _known(*user_ids: int | None) -> set[int]:
    return {one for one in user_ids if one is not None}
