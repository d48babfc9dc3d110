"""What the paid invoices look like together: signs for an auditor to look into, which decide nothing.

Each function reads an Arrow table of paid lines (`supplier`, `code`, `on`, `price`, `amount`, `reference`) or
invoices (`supplier`, `on`, `amount`, `reference`); amounts in the invoices' own currency.
Sources: M. J. Nigrini, Benford's Law (2012) for the first-digit test and the bounds of its mean absolute
deviation; B. Iglewicz and D. C. Hoaglin (1993) for the modified z-score and its cut-off of 3.5.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import pairwise
from math import log10
from statistics import fmean, median
from typing import Any

import pyarrow as pa

from gevinst.engines.blockkit.contract import Text

OUTLIER = 3.5
TO_SIGMA = 0.6745  # a normal distribution's median absolute deviation in standard deviations
MEAN_TO_SIGMA = (
    0.797885  # the same for the mean absolute deviation, where half of all values are alike
)
MONTHS = 6  # fewer have no usual number
FEW = 500  # first digits of fewer amounts say little
CLOSE, ACCEPTABLE, MARGINAL = 0.006, 0.012, 0.015
CHI_SQUARE_5 = 15.507  # 5 % at 8 degrees of freedom
DIGITS = range(1, 10)


@dataclass(frozen=True, slots=True)
class Sign:
    """One thing to look into. `of` is whom or what it is about, `figure` what it rests on, `count` how many
    invoices or lines it is drawn from."""

    kind: str
    of: str
    figure: Decimal
    count: int
    text: Text
    references: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Benford:
    """First digits against Benford's law: shares (0-1) by digit from 1, the chi-square statistic, the mean
    absolute deviation, and whether there are enough amounts to say anything."""

    count: int
    shares: tuple[float, ...]
    expected: tuple[float, ...]
    chi_square: float
    deviation: float
    enough: bool
    text: Text


def round_amounts(
    invoices: pa.Table, unit: Decimal = Decimal(1000), share: float = 0.2
) -> list[Sign]:
    """The suppliers of whose invoices at least `share` (0-1), and two, are for whole multiples of `unit`."""
    found = []
    for supplier, rows in _by(invoices, "supplier"):
        whole = [row for row in rows if row["amount"] and row["amount"] % unit == 0]
        if len(whole) > 1 and len(whole) >= share * len(rows):
            text = Text(
                f"{len(whole)} af {len(rows)} regninger er på hele {unit:f} kr.",
                f"{len(whole)} of {len(rows)} invoices are for whole multiples of DKK {unit:f}.",
            )
            figure = _exact(len(whole) / len(rows))
            found.append(Sign("round-amounts", supplier, figure, len(rows), text, _refs(whole)))
    return found


def price_creep(lines: pa.Table, percent: Decimal = Decimal(5), steps: int = 3) -> list[Sign]:
    """The suppliers and codes whose price has risen at least `steps` times, never fallen, and by `percent`
    or more in all."""
    found = []
    for (supplier, code), rows in _by(lines, "supplier", "code"):
        prices = _steps(rows)
        risen = all(low < high for low, high in pairwise(prices))
        if len(prices) <= steps or not risen or prices[0] <= 0:
            continue
        rise = _exact((prices[-1] / prices[0] - 1) * 100)
        if rise >= percent:
            text = Text(
                f"Prisen for {code} er steget {len(prices) - 1} gange, "
                f"fra {prices[0]:f} til {prices[-1]:f} kr. ({rise:f} %).",
                f"The price of {code} has risen {len(prices) - 1} times, "
                f"from DKK {prices[0]:f} to {prices[-1]:f} ({rise:f} %).",
            )
            found.append(Sign("price-creep", f"{supplier} {code}", rise, len(rows), text))
    return found


def _steps(rows: Sequence[dict[str, Any]]) -> list[Decimal]:
    """The prices in order of the days, one after the other the same left out."""
    ordered = sorted((row for row in rows if row["price"] is not None), key=lambda row: row["on"])
    return [
        row["price"]
        for place, row in enumerate(ordered)
        if place == 0 or row["price"] != ordered[place - 1]["price"]
    ]


def volume_outliers(lines: pa.Table, cut: float = OUTLIER) -> list[Sign]:
    """The months in which a supplier gave far more or fewer of a code than in its other months.

    By the modified z-score; months without any count as 0. Fewer than six months say nothing.
    """
    found = []
    months = _months(lines["on"].to_pylist())
    for (supplier, code), rows in _by(lines, "supplier", "code"):
        counted = Counter(row["on"].strftime("%Y-%m") for row in rows)
        counts = [counted[month] for month in months]
        for month, count, score in zip(months, counts, scores(counts), strict=True):
            if abs(score) > cut:
                usual = f"{median(counts):g}"
                text = Text(
                    f"{count} af {code} i {month}; medianen er {usual} (z {score:.1f}).",
                    f"{count} of {code} in {month}; the median is {usual} (z {score:.1f}).",
                )
                of = f"{supplier} {code} {month}"
                found.append(Sign("volume-outlier", of, _exact(score), len(rows), text))
    return found


def scores(counts: Sequence[int]) -> list[float]:
    """The modified z-score of each; all 0 for fewer than six, or where nothing differs.

    >>> [round(each, 1) for each in scores([10, 11, 9, 10, 12, 8, 40])]
    [0.0, 0.7, -0.7, 0.0, 1.3, -1.3, 20.2]
    """
    middle = median(counts) if counts else 0
    spread = [abs(each - middle) for each in counts]
    typical = median(spread) if spread else 0
    factor = TO_SIGMA if typical else MEAN_TO_SIGMA
    typical = typical or fmean(spread or [0])
    if len(counts) < MONTHS or not typical:
        return [0.0] * len(counts)
    return [factor * (each - middle) / typical for each in counts]


def benford(amounts: Iterable[Decimal]) -> Benford:
    """The first digits of the amounts against Benford's law; zeros are left out.

    >>> benford(Decimal(2) ** n for n in range(600)).deviation < CLOSE
    True
    """
    digits = Counter(first_digit(each) for each in amounts if each)
    count = digits.total()
    expected = tuple(log10(1 + 1 / digit) for digit in DIGITS)
    shares = tuple(digits[digit] / count if count else 0.0 for digit in DIGITS)
    pairs = list(zip(shares, expected, strict=True))
    chi = count * sum((share - wanted) ** 2 / wanted for share, wanted in pairs)
    deviation = fmean(abs(share - wanted) for share, wanted in pairs) if count else 0.0
    text = _benford_text(count, deviation, chi)
    return Benford(count, shares, expected, chi, deviation, count >= FEW, text)


def first_digit(amount: Decimal) -> int:
    """The first digit that is not 0.

    >>> first_digit(Decimal("-0.0420")), first_digit(Decimal("1200.00"))
    (4, 1)
    """
    return next(digit for digit in amount.as_tuple().digits if digit)


def _benford_text(count: int, deviation: float, chi: float) -> Text:
    if count < FEW:
        return Text(
            f"{count} beløb er for få: under {FEW} siger fordelingen af første ciffer lidt.",
            f"{count} amounts are too few: below {FEW} the first digits say little.",
        )
    fits = ("tæt", "close"), ("acceptabel", "acceptable"), ("på grænsen", "marginal")
    bounds = zip((CLOSE, ACCEPTABLE, MARGINAL), fits, strict=True)
    da, en = next((words for bound, words in bounds if deviation <= bound), ("ikke", "no"))
    odd = chi > CHI_SQUARE_5
    return Text(
        f"Overensstemmelsen er {da} (MAD {deviation:.4f}); chi i anden er {chi:.1f}, "
        f"{'over' if odd else 'ikke over'} {CHI_SQUARE_5} (5 %). Faste takster følger ikke loven.",
        f"The fit is {en} (MAD {deviation:.4f}); chi-square is {chi:.1f}, "
        f"{'above' if odd else 'not above'} {CHI_SQUARE_5} (5 %). Fixed rates do not follow the law.",
    )


def split_candidates(
    invoices: pa.Table, ceiling: Decimal, band: Decimal, days: int, least: int = 2
) -> list[Sign]:
    """Runs of at least `least` invoices of a supplier, each at most `days` after the one before, that all
    stay below `ceiling` by no more than `band`."""
    found = []
    for supplier, rows in _by(invoices, "supplier"):
        near = [row for row in rows if row["amount"] and ceiling - band <= row["amount"] < ceiling]
        for run in _runs(sorted(near, key=lambda row: row["on"]), days):
            if len(run) >= least:
                first, last = run[0]["on"], run[-1]["on"]
                together = sum((row["amount"] for row in run), Decimal(0))
                text = Text(
                    f"{len(run)} regninger lige under {ceiling:f} kr. fra {first} til {last}, "
                    f"i alt {together:f} kr.",
                    f"{len(run)} invoices just under DKK {ceiling:f} from {first} to {last}, "
                    f"DKK {together:f} in all.",
                )
                found.append(Sign("split", supplier, together, len(run), text, _refs(run)))
    return found


def _runs(rows: Sequence[dict[str, Any]], days: int) -> Iterator[list[dict[str, Any]]]:
    run: list[dict[str, Any]] = []
    for row in rows:
        if run and (row["on"] - run[-1]["on"]).days > days:
            yield run
            run = []
        run.append(row)
    if run:
        yield run


def _by(table: pa.Table, *columns: str) -> list[tuple[Any, list[dict[str, Any]]]]:
    """The rows by the values of the columns, sorted; what lacks one is left out."""
    groups: defaultdict[tuple[Any, ...], list[dict[str, Any]]] = defaultdict(list)
    for row in table.to_pylist():
        key = tuple(row[column] for column in columns)
        if all(each is not None for each in (*key, row["on"])):
            groups[key].append(row)
    single = len(columns) == 1
    return [(key[0] if single else key, groups[key]) for key in sorted(groups)]


def _months(days: Sequence[date | None]) -> list[str]:
    """Every month from the first day to the last."""
    known = [day for day in days if day is not None]
    if not known:
        return []
    first, last = min(known), max(known)
    span = (last.year - first.year) * 12 + last.month - first.month + 1
    numbers = (first.year * 12 + first.month - 1 + step for step in range(span))
    return [f"{number // 12:04d}-{number % 12 + 1:02d}" for number in numbers]


def _refs(rows: Sequence[dict[str, Any]]) -> tuple[str, ...]:
    return tuple(row["reference"] for row in rows if row.get("reference"))


def _exact(value: float | Decimal) -> Decimal:
    return Decimal(value).quantize(Decimal("0.01"))
