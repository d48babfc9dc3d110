"""Which systems and technologies an authority has, and putting two names of one system together."""

from __future__ import annotations

from typing import Any

from django.db import connection
from django.utils.translation import gettext_lazy as _

from gevinst.features.catalogue.models import ItSystem, Landscape, Process
from gevinst.features.catalogue.permissions import require_may_curate
from gevinst.shared.actor import Actor, Right
from gevinst.shared.audit import about, audited
from gevinst.shared.errors import DomainError


def have(
    *, authority_id: int, by: Actor, system_id: int | None = None, technology_id: int | None = None
) -> Landscape:
    """The authority has the system or the technology. Raises "not-allowed", "invalid", "not-found"."""
    by.require(Right.CONTRIBUTE, authority_id)
    if (system_id is None) == (technology_id is None):
        raise DomainError("invalid", _("Name a system or a technology."))
    with audited("catalogue.have", by=by, authority_id=authority_id) as entry:
        named = _named(system_id, technology_id)
        row, _made = Landscape.objects.get_or_create(authority_id=authority_id, **named)
        about(entry, row)
    return row


def miss(
    *, authority_id: int, by: Actor, system_id: int | None = None, technology_id: int | None = None
) -> None:
    """The authority does not have it any longer; that it never had it is no fault. Raises "not-allowed"."""
    by.require(Right.CONTRIBUTE, authority_id)
    with audited("catalogue.miss", by=by, authority_id=authority_id) as entry:
        named = _named(system_id, technology_id)
        Landscape.objects.filter(authority_id=authority_id, **named).delete()
        entry.facts = named


def _named(system_id: int | None, technology_id: int | None) -> dict[str, Any]:
    return {"system_id": system_id, "technology_id": technology_id}


def merge_systems(*, keep_id: int, drop_id: int, by: Actor) -> ItSystem:
    """What named `drop` names `keep`, and `drop` is gone. Raises "not-allowed", "invalid", "not-found"."""
    require_may_curate(by)
    rows = {row.pk: row for row in ItSystem.objects.filter(pk__in=[keep_id, drop_id])}
    if len(rows) != 2:  # noqa: PLR2004 - the two
        code = "invalid" if keep_id == drop_id else "not-found"
        raise DomainError(code, _("Choose two systems that are there."))
    keep, drop = rows[keep_id], rows[drop_id]
    if keep.kitos and drop.kitos:
        raise DomainError("invalid", _("KITOS has both: put them together there."))
    with audited("catalogue.merge_systems", by=by, target=keep) as entry:
        entry.facts = {"keep": keep.label, "drop": drop.label}
        _rename(keep_id, drop_id)
        had = Landscape.objects.filter(system=keep).values("authority_id")
        Landscape.objects.filter(system=drop).exclude(authority_id__in=had).update(system=keep)
        kitos = drop.kitos
        drop.delete()
        keep.vendor, keep.kitos = keep.vendor or drop.vendor, keep.kitos or kitos
        keep.save()
    return keep


def _rename(keep_id: int, drop_id: int) -> None:
    """In one statement a column, also where a process names both; the history has each change."""
    table = connection.ops.quote_name(Process._meta.db_table)
    with connection.cursor() as cursor:
        for column in ("systems_today", "systems_used"):
            cursor.execute(
                f"""UPDATE {table} SET {column} = array_replace(
                        CASE WHEN %s = ANY({column}) THEN array_remove({column}, %s)
                             ELSE {column} END, %s, %s)
                    WHERE %s = ANY({column})""",  # noqa: S608 - own names
                [keep_id, drop_id, drop_id, keep_id, drop_id],
            )
