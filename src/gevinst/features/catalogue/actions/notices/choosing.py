"""A person's own choice of how often each kind of notice is mailed."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _

from gevinst.features.catalogue.models import NoticeChoice, NoticeKind, Pace
from gevinst.shared.actor import Actor
from gevinst.shared.audit import audited
from gevinst.shared.errors import DomainError


def choose_paces(*, paces: Mapping[str, str], by: Actor) -> None:
    """Keeps the actor's pace for each kind given; it holds for what waits already, too.

    Raises `DomainError`: "not-allowed" for one who is no person, "invalid" with `fields`.
    """
    if by.user_id is None:
        raise DomainError("not-allowed", _("Only a person has an e-mail address."))
    wrong = [kind for kind, pace in paces.items() if not _known(kind, pace)]
    if wrong:
        raise DomainError("invalid", _("Choose how often."), fields=sorted(wrong))
    with audited("catalogue.choose_notices", by=by) as entry:
        for kind, pace in paces.items():
            NoticeChoice.objects.update_or_create(
                user_id=by.user_id, kind=kind, defaults={"pace": pace}
            )
        entry.facts = dict(paces)


def _known(kind: str, pace: str) -> bool:
    return kind in NoticeKind.values and pace in Pace.values
