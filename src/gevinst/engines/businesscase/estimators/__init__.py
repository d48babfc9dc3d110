"""See README.md."""

from gevinst.engines.businesscase.estimators.behaviour import (
    Behaviour,
    Fixed,
    Step,
    Variable,
    amount,
)
from gevinst.engines.businesscase.estimators.candidate import Candidate, LeftOut
from gevinst.engines.businesscase.estimators.decimals import decimal, root, rounded
from gevinst.engines.businesscase.estimators.estimate import Estimate
from gevinst.engines.businesscase.estimators.experience import experience
from gevinst.engines.businesscase.estimators.experience_notes import Comparable
from gevinst.engines.businesscase.estimators.market import Offer, market
from gevinst.engines.businesscase.estimators.precision import (
    THRESHOLDS,
    Threshold,
    precision,
    required_method,
)
from gevinst.engines.businesscase.estimators.projection import Projection, projection
from gevinst.engines.businesscase.estimators.three_point import WEIGHTS, ThreePoint, three_point
from gevinst.engines.businesscase.estimators.three_point_total import total
from gevinst.engines.businesscase.estimators.tiered import Tier, Tiered
from gevinst.engines.businesscase.estimators.triangulation import disagreement, triangulate

__all__ = [
    "THRESHOLDS",
    "WEIGHTS",
    "Behaviour",
    "Candidate",
    "Comparable",
    "Estimate",
    "Fixed",
    "LeftOut",
    "Offer",
    "Projection",
    "Step",
    "ThreePoint",
    "Threshold",
    "Tier",
    "Tiered",
    "Variable",
    "amount",
    "decimal",
    "disagreement",
    "experience",
    "market",
    "precision",
    "projection",
    "required_method",
    "root",
    "rounded",
    "three_point",
    "total",
    "triangulate",
]
