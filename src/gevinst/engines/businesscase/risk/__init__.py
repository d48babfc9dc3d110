"""See README.md."""

from gevinst.engines.businesscase.risk.distribution import Distribution, distribution
from gevinst.engines.businesscase.risk.drawdown import (
    Entry,
    Ledger,
    Standing,
    expired,
    occurred,
    standing,
)
from gevinst.engines.businesscase.risk.heat_map import Cell, HeatMap, heat, heat_map
from gevinst.engines.businesscase.risk.model import (
    Risk,
    Status,
    Uncertainty,
    largest,
    still_open,
    uncertain_cost,
)
from gevinst.engines.businesscase.risk.optimism import (
    Adjusted,
    RiskArea,
    Uplift,
    adjust,
    remaining,
    uplift_for,
)
from gevinst.engines.businesscase.risk.pool import Pool, expected, pool
from gevinst.engines.businesscase.risk.reference_class import (
    Forecast,
    OwnRegister,
    PublicClass,
    forecast,
    share_over,
)
from gevinst.engines.businesscase.risk.reserve import Reserve, reserve

__all__ = [
    "Adjusted",
    "Cell",
    "Distribution",
    "Entry",
    "Forecast",
    "HeatMap",
    "Ledger",
    "OwnRegister",
    "Pool",
    "PublicClass",
    "Reserve",
    "Risk",
    "RiskArea",
    "Standing",
    "Status",
    "Uncertainty",
    "Uplift",
    "adjust",
    "distribution",
    "expected",
    "expired",
    "forecast",
    "heat",
    "heat_map",
    "largest",
    "occurred",
    "pool",
    "remaining",
    "reserve",
    "share_over",
    "standing",
    "still_open",
    "uncertain_cost",
    "uplift_for",
]
