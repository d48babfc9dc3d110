"""The lineage of a process: drawn, and the same as a table; a page of its own for large families."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from gevinst.features.catalogue import queries
from gevinst.features.catalogue.models import Adoption, Process, Standing
from gevinst.features.catalogue.queries.reuse.kin import Kin, Kinship, hours_saved, kinship
from gevinst.features.catalogue.web.reuse.drawing import effect_kind, hidden_words, picture
from gevinst.shared.actor import Actor


@dataclass(frozen=True, slots=True)
class Row:
    """A process in one of its adoptions (none: it is a first source); `hidden` in words for the others."""

    process: Process | None = None
    adoption: Adoption | None = None
    source: Process | None = None
    saved: Decimal | None = None
    standing: Standing | None = None
    kind: str = ""
    hidden: str = ""


@login_not_required
@require_GET
def show(request: HttpRequest, process_id: int) -> HttpResponse:
    """The whole family of a process as far as it fits on a page."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    process = queries.process(actor, process_id)
    facts = {"process": process, **lineage_facts(kinship(actor, process_id), process_id)}
    return render(request, "catalogue/reuse/lineage.html", facts)


def lineage_facts(found: Kinship, process_id: int) -> dict[str, Any]:
    """What the drawing and the table need."""
    drawing = picture(found, process_id)
    by_key = {node.key: node for node in found.nodes}
    rows = [row for key in drawing.order for row in _rows(by_key[key], found)]
    told = [row.saved for row in rows if row.saved is not None]
    return {
        "picture": drawing,
        "rows": rows,
        "kinship": found,
        "kinds": {row.kind for row in rows},
        "saved": sum(told, Decimal(0)) if told else None,
        "told": len(told),
        "adopted": sum(row.adoption is not None for row in rows),
    }


def _rows(kin: Kin, found: Kinship) -> list[Row]:
    if kin.process is None:
        return [Row(hidden=hidden_words(kin.hidden))]
    standing = getattr(kin.process, "standing", None)
    known: dict[str, Any] = {
        "process": kin.process,
        "standing": standing,
        "kind": effect_kind(standing),
    }
    if not kin.adoptions:
        return [Row(**known)]
    return [_row(each, known, found) for each in kin.adoptions]


def _row(adoption: Adoption, known: dict[str, Any], found: Kinship) -> Row:
    source = found.named.get(adoption.source_id)
    return Row(
        **known,
        adoption=adoption,
        source=source.process if source else None,
        saved=hours_saved(adoption),
    )
