"""The vocabulary of benefits: the types of the estimation diagram, and what quality betters."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Final


class BenefitType(StrEnum):
    """The three kinds of benefit of the estimation diagram."""

    BUDGET = "budget_productivity"
    SOCIOECONOMIC = "socio_economic"
    QUALITY = "quality"

    @property
    def category(self) -> str:
        """Its place in the estimation diagram.

        >>> BenefitType.SOCIOECONOMIC.category
        'benefit.socioeconomic'
        """
        return f"benefit.{self.name.lower()}"


class QualityType(StrEnum):
    """What a benefit of quality betters."""

    TASK = "task_quality"
    SERVICE = "perceived_service"
    WELL_BEING = "well_being"
    SECURITY = "security"


TYPE_MEANING: Final[Mapping[BenefitType, str]] = {
    BenefitType.BUDGET: "The authority spends less or gets more done; always counted in DKK.",
    BenefitType.SOCIOECONOMIC: "Somebody outside the authority gains: the state, a region, "
    "citizens or businesses.",
    BenefitType.QUALITY: "Something becomes better that is not money but can be measured.",
}
QUALITY_MEANING: Final[Mapping[QualityType, str]] = {
    QualityType.TASK: "The task is done better, with fewer errors or at more times.",
    QualityType.SERVICE: "Citizens or businesses find the service better.",
    QualityType.WELL_BEING: "The people who do the work thrive better.",
    QualityType.SECURITY: "Information about people and businesses is better protected.",
}
