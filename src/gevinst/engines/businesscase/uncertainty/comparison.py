"""The analytic answer against the simulated one: where they part."""

from __future__ import annotations

from gevinst.engines.businesscase.notes import Note
from gevinst.engines.businesscase.uncertainty.analytic import Propagated
from gevinst.engines.businesscase.uncertainty.simulated import Simulation


def compare(first: Propagated, second: Simulation, share: float = 0.1) -> tuple[Note, ...]:
    """Where the two answers part by more than `share` (0-1) of the simulated standard deviation."""
    parts = [("mean", first.mean, second.mean), ("sd", first.sd, second.sd)]
    return tuple(
        Note(
            "analytic-and-simulated-differ",
            f"The {name} is {one:.6g} by propagation and {other:.6g} by simulation: the result bends, "
            "or a driver is far from symmetric; trust the simulation.",
            {"figure": name, "analytic": one, "simulated": other, "share": share},
        )
        for name, one, other in parts
        if abs(one - other) > share * second.sd
    )
