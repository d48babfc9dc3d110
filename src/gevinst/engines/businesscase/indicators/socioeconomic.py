"""The socio-economic view: present value at market prices, kept apart from the agency's nominal figures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from gevinst.engines.businesscase.indicators.discounting import Rates
from gevinst.engines.businesscase.indicators.present_value import npv
from gevinst.engines.businesscase.indicators.series import ZERO


@dataclass(frozen=True, slots=True)
class SocioEconomicValue:
    """Present values in DKK at the real prices of the base year.

    `factor_prices`: before the net tax factor. `market_prices`: after it, with what already was in market
    prices. `distortion`: the loss of financing by taxes (0 or less where the state pays).
    """

    factor_prices: Decimal
    market_prices: Decimal
    distortion: Decimal

    @property
    def net(self) -> Decimal:
        """The net present value for society (DKK)."""
        return self.market_prices + self.distortion


def socio_economic_value(
    factor_net: Sequence[Decimal],
    *,
    rates: Rates,
    from_year: int,
    net_tax_factor: Decimal,
    distortion_factor: Decimal,
    market_net: Sequence[Decimal] = (),
    public_net: Sequence[Decimal] | None = None,
) -> SocioEconomicValue:
    """The present value for society of a real yearly net (DKK).

    `factor_net` (pay, purchases without VAT) is multiplied by the net tax factor; `market_net` (citizens'
    values) is not. The public net (by default `factor_net`) is financed by taxes and weighs with
    the distortion factor less 1: at 1.0 the financing itself costs nothing.
    Raises: ValueError where a factor is below 1 or `from_year` is negative.
    Source: Ministry of Finance, guidance on socio-economic analysis, June 2023.

    >>> value = socio_economic_value([Decimal(-100), Decimal("113.85")], rates=Decimal("0.035"), from_year=0,
    ...     net_tax_factor=Decimal("1.28"), distortion_factor=Decimal(1), market_net=[Decimal(10)])
    >>> [str(round(part, 2)) for part in (value.factor_prices, value.market_prices, value.net)]
    ['10.00', '22.80', '22.80']
    """
    for name, factor in (("net tax", net_tax_factor), ("distortion", distortion_factor)):
        if factor < 1:
            raise ValueError(f"the {name} factor is {factor}: it is 1 or more (1.28, not 0.28)")
    public = factor_net if public_net is None else public_net
    at_factor = npv(factor_net, rates, from_year=from_year)
    return SocioEconomicValue(
        factor_prices=at_factor,
        market_prices=at_factor * net_tax_factor + npv(market_net, rates, from_year=from_year),
        distortion=npv(public, rates, from_year=from_year) * (distortion_factor - 1) + ZERO,
    )
