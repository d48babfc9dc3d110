"""See README.md."""

from gevinst.engines.businesscase.realisation.baseline import Baseline, Revision
from gevinst.engines.businesscase.realisation.deviation import (
    Change,
    Deviation,
    shapley_of_product,
    split_deviation,
)
from gevinst.engines.businesscase.realisation.ledger import Entry, Kind, Ledger
from gevinst.engines.businesscase.realisation.owner_variance import (
    BenefitRow,
    OwnerVariance,
    benefit_variance,
)
from gevinst.engines.businesscase.realisation.periods import Period, Reading
from gevinst.engines.businesscase.realisation.rate import forecast, realisation_rate
from gevinst.engines.businesscase.realisation.slippage import Slippage, slippage
from gevinst.engines.businesscase.realisation.variances import CostRow, CostVariance, cost_variance

__all__ = [
    "Baseline",
    "BenefitRow",
    "Change",
    "CostRow",
    "CostVariance",
    "Deviation",
    "Entry",
    "Kind",
    "Ledger",
    "OwnerVariance",
    "Period",
    "Reading",
    "Revision",
    "Slippage",
    "benefit_variance",
    "cost_variance",
    "forecast",
    "realisation_rate",
    "shapley_of_product",
    "slippage",
    "split_deviation",
]
