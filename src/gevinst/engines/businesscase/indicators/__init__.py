"""See README.md."""

from gevinst.engines.businesscase.indicators.break_even import BreakEven, Mode, Origin, break_even
from gevinst.engines.businesscase.indicators.capacity import (
    capacity_gain,
    fte_from_productivity,
    posts_saved,
    progress,
    staffing_reduction,
    workforce_from_fte,
)
from gevinst.engines.businesscase.indicators.discounting import (
    Rates,
    discount_factors,
    present_values,
)
from gevinst.engines.businesscase.indicators.effective_time import (
    EffectiveHours,
    effective_by_utilisation,
    effective_hours,
)
from gevinst.engines.businesscase.indicators.hourly_cost import HourlyCost, effective_from_price
from gevinst.engines.businesscase.indicators.implied import (
    cost_from_benefit,
    cost_from_roi,
    units_to_cover,
)
from gevinst.engines.businesscase.indicators.instalments import Instalment, schedule
from gevinst.engines.businesscase.indicators.internal_rate import InternalRate, irr
from gevinst.engines.businesscase.indicators.loan import (
    annuity_payment,
    implied_rate,
    loan_interest,
)
from gevinst.engines.businesscase.indicators.payback import payback
from gevinst.engines.businesscase.indicators.percent import RateChange, Reading
from gevinst.engines.businesscase.indicators.present_value import (
    annuity_factor,
    equivalent_annual_net,
    npv,
)
from gevinst.engines.businesscase.indicators.price_level import (
    adjustment,
    converted,
    price_factor,
    series_at_prices,
)
from gevinst.engines.businesscase.indicators.priced_amount import PricedAmount, convert, total
from gevinst.engines.businesscase.indicators.returns import (
    RoiKind,
    ratio,
    roi,
    unit_roi,
    unit_saving,
)
from gevinst.engines.businesscase.indicators.series import cumulative, net, within
from gevinst.engines.businesscase.indicators.socioeconomic import (
    SocioEconomicValue,
    socio_economic_value,
)
from gevinst.engines.businesscase.indicators.time import effective_from_fte, fte, hours

__all__ = [
    "BreakEven",
    "EffectiveHours",
    "HourlyCost",
    "Instalment",
    "InternalRate",
    "Mode",
    "Origin",
    "PricedAmount",
    "RateChange",
    "Rates",
    "Reading",
    "RoiKind",
    "SocioEconomicValue",
    "adjustment",
    "annuity_factor",
    "annuity_payment",
    "break_even",
    "capacity_gain",
    "convert",
    "converted",
    "cost_from_benefit",
    "cost_from_roi",
    "cumulative",
    "discount_factors",
    "effective_by_utilisation",
    "effective_from_fte",
    "effective_from_price",
    "effective_hours",
    "equivalent_annual_net",
    "fte",
    "fte_from_productivity",
    "hours",
    "implied_rate",
    "irr",
    "loan_interest",
    "net",
    "npv",
    "payback",
    "posts_saved",
    "present_values",
    "price_factor",
    "progress",
    "ratio",
    "roi",
    "schedule",
    "series_at_prices",
    "socio_economic_value",
    "staffing_reduction",
    "total",
    "unit_roi",
    "unit_saving",
    "units_to_cover",
    "within",
    "workforce_from_fte",
]
