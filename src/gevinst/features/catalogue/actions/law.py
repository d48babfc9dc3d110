"""Saying that a legal clause still holds."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from gevinst.features.catalogue.actions.processes import locked
from gevinst.features.catalogue.actions.writing import touch
from gevinst.features.catalogue.models import LegalClause
from gevinst.features.catalogue.signals import process_saved
from gevinst.shared.actor import Actor
from gevinst.shared.audit import about, audited
from gevinst.shared.errors import DomainError


def verify(*, clause_id: int, by: Actor, on: date) -> LegalClause:
    """The clause holds, says `by`, on that day. Raises `DomainError`: "not-found", "not-allowed"."""
    with transaction.atomic():
        clause = LegalClause.objects.filter(pk=clause_id).first()
        if clause is None:
            raise DomainError("not-found", _("There is no such legal clause."))
        process = locked(clause.process_id, by)
        with audited(
            "catalogue.clause_verified", by=by, authority_id=process.authority_id
        ) as entry:
            about(entry, process, clause=clause.text)
            before = clause.verified_on
            clause.verified_on, clause.verified_by_id = on, by.user_id
            clause.save(update_fields=["verified_on", "verified_by"])
            touch(process)
            process_saved.send(
                type(process),
                process=process,
                actor=by,
                created=False,
                changed={"legal_clauses": (_said(clause.text, before), _said(clause.text, on))},
            )
    return clause


def _said(text: str, verified: date | None) -> list[str]:
    return [f"{text} ({verified.isoformat()})" if verified else text]
