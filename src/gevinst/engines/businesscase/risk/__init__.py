"""See README.md."""

from gevinst.engines.businesscase.risk.distribution import Distribution, distribution
from gevinst.engines.businesscase.risk.drawdown import expired, occurred
from gevinst.engines.businesscase.risk.heat import heat
from gevinst.engines.businesscase.risk.heat_map import Cell, HeatMap, heat_map
from gevinst.engines.businesscase.risk.model import Risk, Status, largest, still_open
from gevinst.engines.businesscase.risk.optimism import Adjusted, adjust, remaining
from gevinst.engines.businesscase.risk.overrun_classes import OwnRegister, PublicClass
from gevinst.engines.businesscase.risk.pool import Pool, expected, pool
from gevinst.engines.businesscase.risk.pool_ledger import Entry, Ledger
from gevinst.engines.businesscase.risk.reference_class import Forecast, forecast, share_over
from gevinst.engines.businesscase.risk.reserve import Reserve, reserve
from gevinst.engines.businesscase.risk.standing import Standing, standing
from gevinst.engines.businesscase.risk.uncertainty import Uncertainty, uncertain_cost
from gevinst.engines.businesscase.risk.uplift import RiskArea, Uplift, uplift_for

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
