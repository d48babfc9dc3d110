"""What a process counts under in each facet, and the numbers that lists are sorted by."""

from __future__ import annotations

from decimal import Decimal
from itertools import accumulate

from gevinst.features.catalogue.indexing.schema import LEVELS
from gevinst.features.catalogue.models import Process, Standing

# Lower ends of the bands of hours a year, measured or else expected.
BANDS = (1, 100, 500, 2000)
# Sorts everything measured before everything expected; no process frees so many hours.
MEASURED_FIRST = 1e12


def facets(of: Process, standing: Standing | None, blocks: list[str]) -> frozenset[str]:
    """The terms `facet:value` of a process."""
    terms = {
        f"phase:{of.phase}", f"authority:{of.authority_id}", f"effect:{effect(standing)}",
        f"ready:{standing.readiness if standing else Standing.Grade.E}",
    }  # fmt: skip
    terms |= {f"domain:{each}" for each in of.domains}
    for scheme, codes in (("kle", of.kle), ("form", of.form)):
        terms |= {code_term(scheme, each) for code in codes for each in levels(code)}
    terms |= {f"technology:{each}" for each in of.technologies}
    terms |= {f"system:{each}" for each in of.systems_today + of.systems_used}
    terms |= {f"block:{each}" for each in [of.block_key, *blocks] if each}
    band = band_of(hours(standing))
    return frozenset(terms | ({f"hours:{band}"} if band is not None else set()))


def levels(code: str) -> list[str]:
    """A dotted code and every group above it, from the top.

    >>> levels("32.45.04")
    ['32', '32.45', '32.45.04']
    """
    return list(accumulate(code.split("."), lambda above, part: f"{above}.{part}"))


def code_term(scheme: str, code: str) -> str:
    """The term of a code: the facet of its level, and the code.

    >>> code_term("kle", "32"), code_term("kle", "32.45.04")
    ('kle:32', 'kle3:32.45.04')
    """
    facets = LEVELS[scheme]
    return f"{facets[min(code.count('.'), len(facets) - 1)]}:{code}"


def effect(standing: Standing | None) -> str:
    """`measured`, `expected` or `none`: what is known of the hours that a process frees."""
    if standing is None:
        return "none"
    if standing.hours_measured is not None or standing.amount_measured is not None:
        return "measured"
    return "none" if standing.hours_expected is None else "expected"


def hours(standing: Standing | None) -> Decimal | None:
    """Hours a year: the measured ones, else those expected, else None."""
    if standing is None:
        return None
    measured = standing.hours_measured
    return standing.hours_expected if measured is None else measured


def band_of(number: Decimal | None) -> int | None:
    """The lower end of the band that hours fall in; None below the lowest and where nothing is known.

    >>> band_of(Decimal(99)), band_of(Decimal(2000)), band_of(Decimal(0))
    (1, 2000, None)
    """
    if number is None:
        return None
    return max((low for low in BANDS if number >= low), default=None)


def numbers(of: Process, standing: Standing | None) -> dict[str, float]:
    """When it changed (seconds), hours freed (measured before expected), adopters."""
    found = {"changed": of.changed_at.timestamp(), "adopters": 0.0}
    if standing is not None:
        found["adopters"] = float(standing.adopters)
        if (freed := hours(standing)) is not None:
            first = MEASURED_FIRST if effect(standing) == "measured" else 0.0
            found["effect"] = float(freed) + first
    return found
