"""How far the total net of a case may lie."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from gevinst.engines.businesscase.calculus.outcome import outcome
from gevinst.engines.businesscase.calculus.risk_pool import events as case_events
from gevinst.engines.businesscase.calculus.spreads import spreads
from gevinst.engines.businesscase.uncertainty import Spread, simulate
from gevinst.features.benefits.queries.cases.results import KEPT, evaluated

DRAWS, SEED = 2_000, 1
# Where only risks are uncertain, a driver that does not move says how many draws there are.
STILL = Spread("still", 0, 0, 0, "fixed")


@dataclass(frozen=True, slots=True)
class Range:
    """The total net in a tenth and nine tenths of `draws` simulations (DKK), and the share below 0."""

    low: Decimal
    high: Decimal
    negative: Decimal
    never: Decimal
    draws: int = DRAWS
    seed: int = SEED


@lru_cache(maxsize=KEPT)
def net_range(text: str, reading: str = "") -> Range | None:
    """How far the total net may lie; None where nothing is uncertain, or the file has faults."""
    known = evaluated(text, reading)
    if known.case is None or known.result is None:
        return None
    case, chosen = known.result.case, known.result.reading
    try:
        varied, happening = spreads(known.case, chosen), case_events(case)
        if not varied and not happening:
            return None
        net = outcome(known.case, chosen)
        seen = simulate(net, varied or [STILL], n=DRAWS, seed=SEED, events=happening, bins=20)
    except ValueError:
        return None
    return Range(
        low=_rounded(seen.measure.p10),
        high=_rounded(seen.measure.p90),
        negative=Decimal(str(round(seen.probability_negative, 3))),
        never=Decimal(str(round(seen.probability_never, 3))),
    )


def _rounded(value: float | None) -> Decimal:
    return Decimal(round(value or 0))
