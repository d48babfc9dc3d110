"""Logged batches as the impact report of a rule change reads them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from gevinst.engines.blockkit.contract import Block
from gevinst.engines.control.past import PastBatch
from gevinst.engines.decisionlog.archive import Archive
from gevinst.engines.decisionlog.model import Batch


def past_batches(batches: Iterable[Batch], archive: Archive, block: Block) -> Iterator[PastBatch]:
    """Each batch from the archive, its tables read when they are asked for."""
    raise NotImplementedError
