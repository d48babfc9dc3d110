"""Processes as documents of the index: one for each kind of reader that reads something else than the others.

Terms that a reader is told by: `in:<authority>` and `in:any` (shared within it), `me:<user>` (owner of a
personal one, co-editors), `in:all`; `see:public`, `see:shared`, `see:guest` for others, who are kept from
counting twice by `from:<authority>` and `edits:<user>`. `is:<id>` is the process itself.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from gevinst.engines.retrieval.document import Document
from gevinst.features.catalogue.indexing.facets import facets, numbers
from gevinst.features.catalogue.indexing.gathered import Gathered, gathered
from gevinst.features.catalogue.indexing.texts import Audience, texts
from gevinst.features.catalogue.models import Process, Visibility

SHARED = (Visibility.PUBLIC, Visibility.ALL_AUTHORITIES)


def documents(ids: Collection[int]) -> Iterator[Document]:
    """The documents of the processes with these ids; those that are gone have none."""
    by = gathered(ids)
    for row in by.rows:
        yield from _of(row, by)


def keys(process_id: int) -> list[str]:
    """Every key that a document of the process may have."""
    return [f"{process_id}:{audience.value}" for audience in Audience]


def process_of(key: str) -> int:
    """The id of the process that a document is of."""
    return int(key.partition(":")[0])


def _of(row: Process, by: Gathered) -> Iterator[Document]:
    """Readers who read the same share a document: most processes have but one."""
    standing = by.standings.get(row.pk)
    blocks = [line.split(" ", 1)[0] for line in by.blocks.get(row.pk, ())]
    told = facets(row, standing, blocks) | _known_by(row, by)
    sorted_by = numbers(row, standing)
    merged: list[tuple[Audience, dict[str, str], set[str]]] = []
    for audience, terms in _audiences(row, by):
        read = texts(row, by, audience)
        if merged and merged[-1][1] == read:
            merged[-1][2].update(terms)
        else:
            merged.append((audience, read, terms))
    for audience, read, terms in merged:
        yield Document(
            f"{row.pk}:{audience.value}",
            read,
            told | terms,
            sorted_by,
            orders={"title": row.sort_key},
        )


def _known_by(row: Process, by: Gathered) -> frozenset[str]:
    editors = {f"edits:{user_id}" for user_id in by.co_editors.get(row.pk, ())}
    return frozenset({f"is:{row.pk}", f"from:{row.authority_id}"} | editors)


def _audiences(row: Process, by: Gathered) -> Iterator[tuple[Audience, set[str]]]:
    """Who reads at all, and the terms by which they do: exactly `permissions.readable` and `internal_ids`."""
    inner = {f"me:{user_id}" for user_id in by.co_editors.get(row.pk, ())} | {"in:all"}
    if row.visibility == Visibility.PERSONAL:
        inner |= {f"me:{row.owner_id}"}
    else:
        inner |= {f"in:{row.authority_id}", "in:any"}
    yield Audience.INNER, inner
    if row.withheld or row.visibility not in SHARED:
        return
    if row.visibility == Visibility.ALL_AUTHORITIES:
        yield Audience.KNOWN, {"see:shared"}
        return
    yield Audience.KNOWN, {"see:public"}
    yield Audience.GUEST, {"see:guest"}
