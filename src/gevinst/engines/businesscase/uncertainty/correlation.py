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


def reordered(
    columns: Sequence[FloatArray], factor: FloatArray, random: np.random.Generator
) -> list[FloatArray]:
    """The same values of each column in an order whose rank correlations are those of `factor`.

    Source: Iman and Conover 1982, with normal scores whose own chance correlation is taken out.
    """
    scores = random.standard_normal((len(columns[0]), len(columns)))
    own = np.linalg.cholesky(np.corrcoef(scores, rowvar=False))
    wished = scores @ np.linalg.solve(own, np.eye(len(own))).T @ factor.T
    ranks = wished.argsort(axis=0).argsort(axis=0)
    return [np.sort(column)[ranks[:, number]] for number, column in enumerate(columns)]


def ranked(values: FloatArray) -> FloatArray:
    """Ranks from 0, equal values sharing the mean of theirs.

    >>> ranked(np.array([5.0, 7.0, 5.0])).tolist()
    [0.5, 2.0, 0.5]
    """
    _, place, count = np.unique(values, return_inverse=True, return_counts=True)
    last = np.cumsum(count) - 1.0
    shared: FloatArray = (last - (count - 1) / 2)[place]
    return shared


def rank_correlation(one: FloatArray, other: FloatArray) -> float:
    """Spearman's rank correlation, 0 where one of them never varies.

    >>> rank_correlation(np.array([1.0, 2.0, 3.0]), np.array([10.0, 40.0, 90.0]))
    1.0
    """
    first, second = ranked(one), ranked(other)
    first, second = first - first.mean(), second - second.mean()
    size = float(np.sqrt((first @ first) * (second @ second)))
    return round(float(first @ second) / size, 12) if size else 0.0
