"""Starts business cases from a case file, and copies them."""

from __future__ import annotations

from django.utils.translation import gettext as _

from gevinst.engines.businesscase.casefile.write import dumps
from gevinst.features.benefits.actions.cases.making import made
from gevinst.features.benefits.actions.cases.text import file_of, titled
from gevinst.features.benefits.casework.permissions import require_may_start_case
from gevinst.features.benefits.models import BusinessCase
from gevinst.features.benefits.queries import cases as kept
from gevinst.shared.actor import Actor


def start_case_from_text(
    *, authority_id: int, text: str, by: Actor, started_from: str = "file", title: str = ""
) -> BusinessCase:
    """A case from a case file: one that is shipped, one that is published, or one that was uploaded.

    The file may have faults, but must be a file of keys and values. Raises `DomainError`: "not-allowed",
    "invalid".
    """
    require_may_start_case(by, authority_id)
    data = file_of(text)
    stated = title or data.get("title")
    named = stated if isinstance(stated, str) and stated.strip() else _("Business case")
    if title:
        text = dumps({**data, "title": title})
    return made(by, authority_id, titled(named), text, started_from=started_from)


def copy_case(*, case: BusinessCase, by: Actor, authority_id: int, text: str = "") -> BusinessCase:
    """A draft of one's own authority with the same contents (or with `text`, what one was writing in it).

    Raises `DomainError`: "not-found" (it may not be read), "not-allowed", "invalid".
    """
    seen = kept.case(by, case.pk)
    require_may_start_case(by, authority_id)
    data = file_of(text or seen.text)
    title = titled(_("Copy of %(title)s") % {"title": seen.title})
    return made(
        by, authority_id, title, dumps({**data, "title": title}), started_from=f"case:{seen.pk}"
    )
