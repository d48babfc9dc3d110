"""Ranks of values, rank correlation, and columns put in an order that has it."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from gevinst.engines.businesscase.uncertainty.measures import FloatArray


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
