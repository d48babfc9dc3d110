"""Which referrals come from a unit that may refer: the register of units, held against each referral."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import count

import pyarrow as pa

REFERRALS, UNITS, MAY = "referrals", "referring_units", "may_refer"
Tables = Mapping[str, pa.Table]


def with_units(tables: Tables) -> dict[str, pa.Table]:
    """The tables with `may_refer` of each referral filled: 1 where its unit may refer on its first day.

    Where no units are given, every unit may; what the referral says itself stands.
    """
    found = dict(tables)
    if UNITS in found and MAY in found.get(REFERRALS, found[UNITS]).column_names:
        found[REFERRALS] = _filled(found[REFERRALS], found[UNITS])
    return found


def _filled(referrals: pa.Table, units: pa.Table) -> pa.Table:
    from pyarrow import compute

    allowed = pa.chunked_array([pa.repeat(pa.scalar(len(units) == 0), len(referrals))])
    for part in _once_each(units):
        allowed = compute.or_(allowed, _holds(referrals, part))
    filled = compute.coalesce(referrals[MAY], allowed.cast(pa.int64()))
    return referrals.set_column(referrals.column_names.index(MAY), MAY, filled)


def _once_each(units: pa.Table) -> list[pa.Table]:
    """The units in tables that name each unit once: one that may at times stands in several."""
    turns: dict[str, count[int]] = {}
    numbers = [next(turns.setdefault(unit, count())) for unit in units["unit"].to_pylist()]
    rows = [
        [row for row, number in enumerate(numbers) if number == turn]
        for turn in range(max(numbers, default=-1) + 1)
    ]
    return [units.take(each) for each in rows]


def _holds(referrals: pa.Table, units: pa.Table) -> pa.ChunkedArray:
    from pyarrow import compute

    places = compute.index_in(referrals["referred_by"], value_set=units["unit"].combine_chunks())
    on = referrals["valid_from"]
    since = compute.greater_equal(on, compute.take(units["valid_from"], places))
    until = compute.less_equal(on, compute.take(units["valid_to"], places))
    inside = compute.and_(compute.fill_null(since, True), compute.fill_null(until, True))
    return compute.and_(compute.is_valid(places), inside)
