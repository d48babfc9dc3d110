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

__all__ = [
    "ESTIMATED",
    "MEASURED",
    "Line",
    "Sums",
    "baseline_on",
    "baselines",
    "baselines_behind",
    "by_month",
    "by_process",
    "by_process_and_month",
    "effects",
    "may_set",
    "own_authorities",
    "sums",
    "together",
    "without_baseline",
]
