"""Printed figures against what they come to: digits changed about, a share used twice."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from gevinst.engines.businesscase.calculus.result import Result
from gevinst.engines.businesscase.checks.codes import note
from gevinst.engines.businesscase.model.published_figure import PublishedFigure
from gevinst.engines.businesscase.notes import Note
from gevinst.engines.money import danish

Computed = Mapping[str, Decimal | None]


def transposed(result: Result, computed: Computed) -> Iterator[Note]:
    """A printed figure that is the computed one with two neighbouring digits changed about (trap 8)."""
    for figure in result.case.published:
        found = computed.get(figure.id)
        if found is None or not isinstance(figure.value, Decimal):
            continue
        if digits_changed(figure.value, found):
            yield note(
                "transposed-digits",
                f"{figure.title} is printed {figure.value}; it comes to {_short(found)}.",
                f"{figure.title} er trykt {_told(figure.value)}; det bliver {_told(found)}.",
                figure=figure.id,
                computed=found,
            )


def reused_share(result: Result, computed: Computed) -> Iterator[Note]:
    """A percentage that does not come out, and is printed for another thing as well (trap 11)."""
    shares = [each for each in result.case.published if each.unit.startswith("%")]
    right = {
        each.id
        for each in shares
        if isinstance(each.value, Decimal) and _rounds_to(computed.get(each.id), each)
    }
    for figure in shares:
        twins = [each for each in shares if each.id in right and each.value == figure.value]
        found = computed.get(figure.id)
        if figure.id not in right and found is not None and twins:
            other = twins[0].title
            yield note(
                "share-reused",
                f"{figure.title} comes to {_short(found)} %; {figure.value} % is {other}.",
                f"{figure.title} bliver {_told(found)} %; {figure.value} % er {other}.",
                figure=figure.id,
                other=twins[0].id,
            )


def digits_changed(printed: Decimal, computed: Decimal) -> bool:
    """Whether two whole numbers differ by two neighbouring digits changed about.

    >>> digits_changed(Decimal(315000), Decimal(351000)), digits_changed(Decimal(315), Decimal(513))
    (True, False)
    """
    one, other = (str(abs(int(each))) for each in (printed, computed.to_integral_value()))
    if len(one) != len(other) or one == other:
        return False
    places = [at for at, pair in enumerate(zip(one, other, strict=True)) if pair[0] != pair[1]]
    if len(places) != 2 or places[1] != places[0] + 1:  # noqa: PLR2004 - two places, by definition
        return False
    first, second = places
    return one[first] == other[second] and one[second] == other[first]


def _short(value: object) -> Decimal:
    """A number with two decimals at most."""
    rounded = round(Decimal(str(value)), 2)
    return rounded.quantize(Decimal(1)) if rounded == rounded.to_integral_value() else rounded


def _told(value: object) -> str:
    short = _short(value)
    return danish(short, -int(short.as_tuple().exponent), "")


def _rounds_to(value: Decimal | None, figure: PublishedFigure) -> bool:
    return value is not None and round(value, figure.decimals) == figure.value
