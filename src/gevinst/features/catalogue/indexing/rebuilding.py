"""Makes the index anew beside the old one, which is read until the new one stands."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from gevinst.engines.retrieval.asking import AnyOf, Asked
from gevinst.engines.retrieval.document import Document
from gevinst.engines.retrieval.faults import IndexBroken, IndexMissing
from gevinst.features.catalogue.indexing import place
from gevinst.features.catalogue.indexing.documents import documents
from gevinst.features.catalogue.indexing.feed import Mark, beginning, news
from gevinst.features.catalogue.indexing.following import catch_up
from gevinst.features.catalogue.models import Process

BATCH = 500
Progress = Callable[[int, int], None]


class Status(NamedTuple):
    """Of the index: whether it can be read, processes in it and in all, changes it has not followed."""

    readable: bool
    indexed: int
    processes: int
    behind: int


def rebuild(progress: Progress = lambda done, total: None) -> int:
    """A new index of every process, taken into use when it is whole; the number of processes.

    Raises: IndexBusy while another process of this machine does the same.
    """
    with place.alone():
        mark = beginning()
        index, made_at = place.fresh()
        count = 0

        def counted() -> Iterator[Document]:
            nonlocal count
            total = Process.objects.count()
            for ids in _batches():
                yield from documents(ids)
                count += len(ids)
                progress(count, total)

        index.write(add=counted(), mark=str(mark))
        place.take(made_at)
        place.forget()
        catch_up()
        return count


def status() -> Status:
    """How the index stands to the database."""
    processes = Process.objects.count()
    try:
        index = place.current()
        found = news(Mark.read(index.mark), 1_000_000)
        held = index.search(Asked(within=AnyOf(frozenset({"in:all"})), limit=0)).total
    except (IndexMissing, IndexBroken):
        return Status(False, 0, processes, processes)
    if found.elsewhere:
        return Status(False, 0, processes, processes)
    return Status(True, held, processes, len({row.process_id for row in found.rows}))


def _batches() -> Iterator[list[int]]:
    """The ids of all processes, each batch read when the one before is done."""
    last = 0
    while True:
        found = Process.objects.filter(pk__gt=last).order_by("pk").values_list("pk", flat=True)
        ids = list(found[:BATCH])
        if not ids:
            return
        yield ids
        last = ids[-1]
