"""What an assumption can be compared with: the same unit in published cases and in measured benefits."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from gevinst.engines.businesscase.model.assumption import Assumption
from gevinst.engines.businesscase.model.case import Case
from gevinst.features.benefits.queries.published import SHIPPED, Published, published
from gevinst.features.benefits.queries.register.benefits import Wanted, benefits, standing
from gevinst.features.benefits.register_models import State, Unit
from gevinst.shared.actor import Actor

MOST = 20
GUESSED = ("idea", "assumed")  # nobody has seen these come true
CASE, BENEFIT = "case", "benefit"
MEASURED = (State.MEASURED, State.REALISED, State.SUSTAINED)
# Units that are written in several ways, a year's amount as the amount itself.
SAME = {
    "timer": "hours", "h": "hours", "hour": "hours", "time": "hours", "kr": "dkk", "kr.": "dkk",
    "min": "minutes", "minutter": "minutes", "minut": "minutes", "årsværk": "fte", "sager": "items",
    "sag": "item", "stk": "items", "år": "year", "pct": "%", "share": "%",
}  # fmt: skip
_SCALE = {"mio": Decimal(1_000_000), "t": Decimal(1000)}
_WORD = re.compile(r"[a-zæøåéü]{3,}")


@dataclass(frozen=True, slots=True)
class Match:
    """Something comparable: its value in `unit`, prices of `price_year`, and where it is from.

    `ref` is stable: "case:<slug>:<assumption>" or "benefit:<id>". `address` is where it can be read.
    """

    ref: str
    title: str
    origin: str
    value: Decimal
    unit: str
    price_year: int
    known: str
    n: int | None
    kind: str
    key: str
    near: int = 0


def matches(actor: Actor, of: Assumption, own: str = "") -> list[Match]:
    """What the assumption can be compared with, the nearest in words first; the case `own` is left out.

    Only what has the same unit. Measured benefits are those of the actor's own authorities.
    """
    found = [*_of_cases(of, own), *_of_benefits(actor, of)]
    return sorted(found, key=lambda one: (-one.near, one.origin, one.ref))[:MOST]


def unit_key(unit: str) -> tuple[str, ...]:
    """A unit as it is compared: synonyms as one, without "a year" and without its scale.

    >>> unit_key("mio DKK/year") == unit_key("kr/år") == unit_key("DKK")
    True
    """
    parts = [part.strip() for part in unit.lower().replace(" pr. ", "/").split("/")]
    named = [_named(part) for part in parts if part]
    return tuple(part for part in named if part != "year")


def _named(part: str) -> str:
    words = [
        word for word in part.split("(", maxsplit=1)[0].split() if word.rstrip(".") not in _SCALE
    ]
    bare = " ".join(words)
    return SAME.get(bare, bare)


def scale_of(unit: str) -> Decimal:
    """What a number in the unit is multiplied by to be in the plain unit.

    >>> scale_of("mio DKK"), scale_of("t.kr."), scale_of("hours")
    (Decimal('1000000'), Decimal('1'), Decimal('1'))
    """
    first = unit.lower().split(maxsplit=1)[0] if unit.split() else ""
    return _SCALE.get(first.rstrip("."), Decimal(1))


def _of_cases(of: Assumption, own: str) -> Iterator[Match]:
    wanted = unit_key(of.unit)
    for one in published():
        case = one.known.case
        if own and case.id == own and one.origin != SHIPPED:
            continue
        for each in case.assumptions.values():
            seen = each.value is not None and each.status not in GUESSED
            if seen and wanted and unit_key(each.unit) == wanted:
                yield _of_assumption(one, case, each, of)


def _of_assumption(one: Published, case: Case, each: Assumption, of: Assumption) -> Match:
    value = (each.value or Decimal(0)) * scale_of(each.unit) / scale_of(of.unit)
    return Match(
        ref=f"case:{one.slug}:{each.name}",
        title=each.title or each.name,
        origin=f"{', '.join(case.authorities)}: {case.title}",
        value=value,
        unit=of.unit,
        price_year=case.price_year,
        known=each.status,
        n=each.n,
        kind=CASE,
        key=one.slug,
        near=_nearness(of, each.name, each.title),
    )


def _of_benefits(actor: Actor, of: Assumption) -> Iterator[Match]:
    wanted = unit_key(of.unit)
    for one in benefits(actor, Wanted()).filter(state__in=MEASURED):
        unit = one.unit_name if one.unit == Unit.OTHER else str(one.unit)
        held = standing(one) if wanted and unit_key(unit) == wanted else None
        if held is not None:
            yield Match(
                ref=f"benefit:{one.pk}",
                title=one.title,
                origin=one.authority.name,
                value=held.a_year / scale_of(of.unit),
                unit=of.unit,
                price_year=held.step.until.year if held.step.until else held.step.on.year,
                known=one.state,
                n=held.step.n,
                kind=BENEFIT,
                key=str(one.pk),
                near=_nearness(of, "", one.title),
            )


def _nearness(of: Assumption, name: str, title: str) -> int:
    """How many words the two share; the same name counts most."""
    return 10 * (name == of.name) + len(_words([of.name, of.title]) & _words([name, title]))


def _words(texts: Iterable[str]) -> set[str]:
    return {word for text in texts for word in _WORD.findall(text.lower().replace("_", " "))}
