"""Posts that ask for help or offer it: who may read, answer and close them."""

from __future__ import annotations

from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from gevinst.features.catalogue.models import HelpPost
from gevinst.features.catalogue.queries.reading import readable_ids
from gevinst.shared.actor import Actor, Right
from gevinst.shared.errors import DomainError

WHOSE = ("all", "mine")
STATES = ("open", "closed", "all")


def posts(
    actor: Actor, *, kind: str = "", state: str = "open", whose: str = "all"
) -> QuerySet[HelpPost]:
    """The posts that `actor` may read, newest first, with `answered` as the number of answers.

    `kind` is one of `HelpPost.Kind` or "", `state` of `STATES`, `whose` of `WHOSE` (mine: by me, or by one of
    my authorities).
    """
    found = _readable(actor).annotate(answered=Count("answers")).order_by("-at", "-pk")
    if kind:
        found = found.filter(kind=kind)
    if state != "all":
        found = found.filter(closed_at__isnull=state == "open")
    if whose == "mine":
        mine = Q(author_id=actor.user_id) if actor.user_id is not None else Q()
        found = found.filter(mine | Q(authority_id__in=actor.authorities(Right.READ)))
    return found.select_related("authority", "process", "author").defer("process__search")


def post(actor: Actor, post_id: int) -> HelpPost:
    """One post. Raises `DomainError("not-found")` also when `actor` may not read it."""
    rows = (
        _readable(actor).select_related("authority", "process", "author").defer("process__search")
    )
    found = rows.filter(pk=post_id).defer("process__search").first()
    if found is None:
        raise DomainError("not-found", _("There is no such post."))
    return found


def about_process(actor: Actor, process_id: int) -> QuerySet[HelpPost]:
    """The open posts about a process, newest first."""
    return posts(actor).filter(process_id=process_id)


def may_close(actor: Actor, asked: HelpPost) -> bool:
    """Whether `actor` wrote the post or contributes at the authority that did."""
    if actor.user_id is not None and actor.user_id == asked.author_id:
        return True
    return actor.may(Right.CONTRIBUTE, asked.authority_id)


def _readable(actor: Actor) -> QuerySet[HelpPost]:
    """Those of readable processes, and the general ones for whoever belongs to an authority."""
    if not (actor.roles or actor.national or actor.system):
        return HelpPost.objects.none()
    # Asked of each post: beside the general ones, a list of all that may be read would be made each time.
    seen = Exists(readable_ids(actor).filter(pk=OuterRef("process_id")).order_by())
    return HelpPost.objects.filter(Q(process=None) | seen)
