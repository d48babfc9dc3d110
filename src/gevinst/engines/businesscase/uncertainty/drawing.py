"""The draws of a simulation, block by block: the same for the same seed, names and number."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

import numpy as np

from gevinst.engines.businesscase.uncertainty.correlation import Correlations, correlated
from gevinst.engines.businesscase.uncertainty.correlation import root as correlation_root
from gevinst.engines.businesscase.uncertainty.events import Event
from gevinst.engines.businesscase.uncertainty.measures import FloatArray
from gevinst.engines.businesscase.uncertainty.ranks import reordered
from gevinst.engines.businesscase.uncertainty.spreads import Spread

# Correlations are made within a block, so its size is of the method and never of the caller.
_BLOCK = 5_000


def generator(seed: int, name: str) -> np.random.Generator:
    """A stream of its own for each name: another driver added moves no draw of this one."""
    return np.random.Generator(np.random.PCG64([seed, *name.encode()]))


def blocks(
    inputs: Sequence[Spread | Event], n: int, seed: int, correlations: Correlations
) -> Iterator[dict[str, FloatArray]]:
    """`n` draws of every input in even blocks of at most 5,000, correlated by rank as wished.

    Raises `ValueError` for correlations that cannot be.
    """
    spreads = [each for each in inputs if isinstance(each, Spread)]
    names = correlated(spreads, correlations)
    factor = correlation_root(names, correlations)
    streams = {each.name: generator(seed, each.name) for each in inputs}
    order = generator(seed, "\0order of correlated draws")
    edges = np.linspace(0, n, -(-n // _BLOCK) + 1).astype(int)
    for start, end in pairwise(edges.tolist()):
        drawn = {each.name: each.draw(streams[each.name], end - start) for each in inputs}
        if names:
            together = reordered([drawn[name] for name in names], factor, order)
            drawn |= dict(zip(names, together, strict=True))
        yield drawn


def chunks(blocks: Iterator[dict[str, FloatArray]], size: int) -> Iterator[dict[str, FloatArray]]:
    """The same draws in the same order, at most `size` at a time."""
    for block in blocks:
        rows = len(next(iter(block.values())))
        for start in range(0, rows, size):
            yield {name: column[start : start + size] for name, column in block.items()}
