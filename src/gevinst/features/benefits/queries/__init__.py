"""What is known of benefits: baselines and effects, what robots cost, and the register."""

from gevinst.features.benefits.queries.effects import (
    ESTIMATED,
    MEASURED,
    Line,
    Sums,
    baseline_on,
    baselines,
    baselines_behind,
    by_month,
    by_process,
    by_process_and_month,
    effects,
    may_set,
    own_authorities,
    sums,
    together,
    without_baseline,
)
from gevinst.features.benefits.queries.register.accounts import account_of
from gevinst.features.benefits.queries.register.benefits import benefit, benefits
from gevinst.features.benefits.queries.register.budget import BudgetLine, for_budget
from gevinst.features.benefits.queries.register.costs import cost, costs
from gevinst.features.benefits.queries.register.due import due, overdue
from gevinst.features.benefits.queries.register.filters import Wanted
from gevinst.features.benefits.queries.register.norms import effective_hours
from gevinst.features.benefits.queries.register.owners import owners
from gevinst.features.benefits.queries.register.robot_account import RobotAccount
from gevinst.features.benefits.queries.register.robots import robots_of
from gevinst.features.benefits.queries.register.standing import (
    Standing,
    measured,
    standing,
    standing_of,
    steps,
)

__all__ = [
    "ESTIMATED",
    "MEASURED",
    "BudgetLine",
    "Line",
    "RobotAccount",
    "Standing",
    "Sums",
    "Wanted",
    "account_of",
    "baseline_on",
    "baselines",
    "baselines_behind",
    "benefit",
    "benefits",
    "by_month",
    "by_process",
    "by_process_and_month",
    "cost",
    "costs",
    "due",
    "effective_hours",
    "effects",
    "for_budget",
    "may_set",
    "measured",
    "overdue",
    "own_authorities",
    "owners",
    "robots_of",
    "standing",
    "standing_of",
    "steps",
    "sums",
    "together",
    "without_baseline",
]
