"""Rank correlation between drivers: the wished matrix, its proof, and draws put in an order that has it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from gevinst.engines.businesscase.uncertainty.measures import FloatArray
from gevinst.engines.businesscase.uncertainty.spreads import Spread

_SMALLEST = 1e-9
Correlations = Mapping[tuple[str, str], float]


def correlated(spreads: Sequence[Spread], correlations: Correlations) -> tuple[str, ...]:
    """The names of the drivers that stand in a pair, in the drivers' order.

    Raises `ValueError`, naming the pair, for an unknown or fixed driver, a driver with itself, a pair
    given both ways round, and a correlation outside -1..1.
    """
    moving = {each.name for each in spreads if each.low < each.high and each.sd > 0}
    for (one, other), wished in correlations.items():
        pair = f"correlation of {one} and {other}"
        if unknown := {one, other} - moving:
            raise ValueError(f"{pair}: {sorted(unknown)[0]} is not a driver that varies")
        if one == other or (other, one) in correlations:
            raise ValueError(f"{pair}: give every pair of two drivers once")
        if not -1 < wished < 1:
            raise ValueError(f"{pair}: {wished} is not between -1 and 1")
    named = {name for pair in correlations for name in pair}
    return tuple(each.name for each in spreads if each.name in named)


def root(names: Sequence[str], correlations: Correlations) -> FloatArray:
    """The lower Cholesky factor of the normal scores' correlation that gives the wished rank correlation.

    2 sin(pi r / 6) is the product-moment correlation of two normals whose rank correlation is r.
    Raises `ValueError` for a matrix that is not positive definite, naming the pair that contradicts most.

    >>> root(["a", "b"], {("a", "b"): 0.5}).round(4).tolist()
    [[1.0, 0.0], [0.5176, 0.8556]]
    """
    place = {name: number for number, name in enumerate(names)}
    matrix = np.eye(len(names))
    for (one, other), wished in correlations.items():
        score = 2 * np.sin(np.pi * wished / 6)
        matrix[place[one], place[other]] = matrix[place[other], place[one]] = score
    values, vectors = np.linalg.eigh(matrix)
    if values.min(initial=1.0) < _SMALLEST:
        one, other = _culprit(correlations, place, vectors[:, 0])
        raise ValueError(
            f"the correlations contradict each other (not positive definite), most of all the "
            f"{correlations[one, other]} of {one} and {other}: bring it nearer to 0"
        )
    return np.asarray(np.linalg.cholesky(matrix), dtype=np.float64)


def _culprit(
    correlations: Correlations, place: Mapping[str, int], vector: FloatArray
) -> tuple[str, str]:
    # The smallest eigenvalue is 1 + sum 2 v_i v_j r_ij: the most negative term pulls it down most.
    def pull(pair: tuple[str, str]) -> float:
        one, other = pair
        return float(vector[place[one]] * vector[place[other]] * correlations[pair])

    return min(correlations, key=pull)
