"""See README.md."""

from gevinst.engines.businesscase.uncertainty.analytic import Propagated, analytic
from gevinst.engines.businesscase.uncertainty.comparison import compare
from gevinst.engines.businesscase.uncertainty.correlation import Correlations
from gevinst.engines.businesscase.uncertainty.events import Event
from gevinst.engines.businesscase.uncertainty.measures import (
    FloatArray,
    Measure,
    Outcome,
    break_even,
    cumulative,
    npv,
    total,
)
from gevinst.engines.businesscase.uncertainty.quantiles import Bin, Quantiles
from gevinst.engines.businesscase.uncertainty.ranks import rank_correlation
from gevinst.engines.businesscase.uncertainty.simulated import Simulation
from gevinst.engines.businesscase.uncertainty.simulation import simulate
from gevinst.engines.businesscase.uncertainty.spreads import Distribution, Spread
from gevinst.engines.businesscase.uncertainty.switching import Switch, switching
from gevinst.engines.businesscase.uncertainty.tornado import Bar, tornado
from gevinst.engines.businesscase.uncertainty.variance import Contribution

__all__ = [
    "Bar",
    "Bin",
    "Contribution",
    "Correlations",
    "Distribution",
    "Event",
    "FloatArray",
    "Measure",
    "Outcome",
    "Propagated",
    "Quantiles",
    "Simulation",
    "Spread",
    "Switch",
    "analytic",
    "break_even",
    "compare",
    "cumulative",
    "npv",
    "rank_correlation",
    "simulate",
    "switching",
    "tornado",
    "total",
]
