"""Everything that the records of some processes need, in a fixed number of queries."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from gevinst.features.catalogue.models import Process, Standing
from gevinst.features.catalogue.permissions import internal_ids
from gevinst.features.catalogue.queries.records import hanging, naming
from gevinst.features.catalogue.queries.records.hanging import Rows
from gevinst.features.catalogue.queries.records.naming import Named
from gevinst.shared.actor import Actor


@dataclass(frozen=True, slots=True)
class Gathered:
    """By process id, what hangs on it; `internal` are those whose internal fields may be read."""

    internal: frozenset[int]
    systems: dict[int, Named]
    technologies: dict[int, Named]
    units: dict[int, Named]
    people: dict[int, list[Named]]
    standing: dict[int, Standing]
    legal_clauses: Rows
    blocks: Rows
    parts: Rows
    part_of: Rows
    reuses: Rows
    reused_by: Rows
    attachments: Rows
    origins: Rows


def gathered(actor: Actor, rows: Collection[Process]) -> Gathered:
    """What hangs on `rows`, which `actor` may read, as `actor` may see it."""
    ids = [row.pk for row in rows]
    own = Process.objects.filter(internal_ids(actor), pk__in=ids)
    internal = frozenset(own.values_list("pk", flat=True))
    below, above = hanging.parts(actor, ids)
    taken, given = hanging.reuse(actor, ids)
    return Gathered(
        internal=internal,
        systems=naming.systems_named(rows),
        technologies=naming.technologies_named(rows),
        units=naming.units_named(rows),
        people=naming.people_named(actor, rows, internal),
        standing={row.pk: row for row in Standing.objects.filter(process__in=ids)},
        legal_clauses=hanging.clauses(ids),
        blocks=hanging.blocks(ids),
        parts=below,
        part_of=above,
        reuses=taken,
        reused_by=given,
        attachments=hanging.attachments(ids, internal),
        origins=hanging.origins(internal),
    )
