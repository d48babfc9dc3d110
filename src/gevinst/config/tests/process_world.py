"""What the pages of processes hang on a process in the world of the tests."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from gevinst.features.accounts import queries as accounts
from gevinst.features.catalogue.actions import drafts
from gevinst.features.catalogue.models import LegalClause, Part
from gevinst.features.catalogue.tests.factories import ProcessFactory

if TYPE_CHECKING:
    from gevinst.features.accounts.models import User
    from gevinst.features.catalogue.models import Process


def processes_at(process: Process, insider: User, text: str) -> dict[str, Any]:
    """A draft, a clause and a part of the process; `kind` is one that is suggested."""
    clause = LegalClause.objects.create(process=process, text=text)
    draft = drafts.keep(
        by=accounts.actor_of(insider), typed={"title": [text]}, facts={"form": "quick", "base": 0}
    )
    part = ProcessFactory(authority=process.authority, title=text[:60])
    Part.objects.create(umbrella=process, process=part)
    return {"clause": clause.pk, "draft": draft.pk, "part": part.pk}
