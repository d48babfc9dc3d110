"""What hangs on many processes at once: clauses, blocks, parts, reuse, files and ids elsewhere."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from typing import Any

from django.db.models import Q, QuerySet

from gevinst.engines.identifiers import mask_all
from gevinst.features.catalogue.models import (
    Adoption,
    Attachment,
    BlockUse,
    Imported,
    LegalClause,
    Part,
)
from gevinst.features.catalogue.queries.reading import readable_ids
from gevinst.shared.actor import Actor

Rows = dict[int, list[dict[str, Any]]]
# Sources that a repeated POST is known by; nobody's own.
POSTED = "post:"


def _by_process(pairs: Iterable[tuple[int, dict[str, Any]]]) -> Rows:
    found: Rows = defaultdict(list)
    for key, facts in pairs:
        found[key].append(facts)
    return found


def clauses(ids: Collection[int]) -> Rows:
    """Legal clauses by process."""
    rows = LegalClause.objects.filter(process__in=ids)
    return _by_process(
        (
            row.process_id,
            {
                "text": mask_all(row.text),
                "url": row.url,
                "verified_on": row.verified_on,
                "verify_months": row.verify_months,
            },
        )
        for row in rows
    )


def blocks(ids: Collection[int]) -> Rows:
    """Building blocks with their versions by process."""
    rows = BlockUse.objects.filter(process__in=ids)
    return _by_process(
        (row.process_id, {"key": row.key, "version": row.version, "note": mask_all(row.note)})
        for row in rows
    )


def attachments(ids: Collection[int], internal: Collection[int]) -> Rows:
    """Files by process; internal ones of the processes in `internal` only."""
    seen = Q(process__in=ids, internal=False) | Q(process__in=internal)
    rows = Attachment.objects.filter(seen).defer("text")
    return _by_process((row.process_id, attachment_facts(row)) for row in rows)


def attachment_facts(row: Attachment) -> dict[str, Any]:
    """A file without its bytes and without who put it there."""
    return {
        "id": row.pk,
        "filename": mask_all(row.filename),
        "media_type": row.media_type,
        "size": row.size,
        "sha256": row.sha256,
        "internal": row.internal,
        "description": mask_all(row.description),
        "at": row.at,
    }


def parts(actor: Actor, ids: Collection[int]) -> tuple[Rows, Rows]:
    """The parts of umbrellas, and the umbrellas of parts; only those that `actor` may read."""
    seen = readable_ids(actor)
    below = Part.objects.filter(umbrella__in=ids, process__in=seen).select_related("process")
    above = Part.objects.filter(process__in=ids, umbrella__in=seen).select_related("umbrella")
    return (
        _by_process((row.umbrella_id, _short(row.process)) for row in below),
        _by_process((row.process_id, _short(row.umbrella)) for row in above),
    )


def reuse(actor: Actor, ids: Collection[int]) -> tuple[Rows, Rows]:
    """What each reuses, and who reuses it; only those that `actor` may read."""
    seen = readable_ids(actor)
    taken = _adoptions(process__in=ids, source__in=seen)
    given = _adoptions(source__in=ids, process__in=seen)
    return (
        _by_process((row.process_id, _adopted(row, row.source)) for row in taken),
        _by_process((row.source_id, _adopted(row, row.process)) for row in given),
    )


def _adoptions(**which: Any) -> QuerySet[Adoption]:
    rows = Adoption.objects.filter(**which)
    return rows.select_related("source__authority", "process__authority").defer(
        "source__search", "process__search"
    )


def authority_facts(row: Any) -> dict[str, str]:
    """How an authority is named."""
    return {"code": row.code, "name": row.name, "cvr": row.cvr}


def _short(other: Any) -> dict[str, Any]:
    return {"id": other.pk, "title": mask_all(other.title)}


def _adopted(row: Adoption, other: Any) -> dict[str, Any]:
    return {
        **_short(other),
        "authority": authority_facts(other.authority),
        "extent": row.extent,
        "at": row.at,
        "hours_spent": row.hours_spent,
        "hours_alone": row.hours_alone,
        "note": mask_all(row.note),
    }


def origins(internal: Collection[int]) -> Rows:
    """Ids in other systems, for the own authority."""
    rows = Imported.objects.filter(process__in=internal).exclude(source__startswith=POSTED)
    return _by_process(
        (
            row.process_id,
            # What an authority's board is called stands after the authority.
            {"source": row.source.rpartition("/")[2], "source_id": mask_all(row.source_id)},
        )
        for row in rows.order_by("source", "source_id")
    )
