"""10,000 simulations of a business case of 30 lines over ten years, and the memory that 100,000 take.

Every line has two uncertain assumptions of its own: 60 drivers, among them a pair that is correlated, plus
five risks. Reading the case is outside the timing, the simulation with all that it tells is inside. Best of
three, each in a process of its own; the memory is what 100,000 take more than 10,000. `--small` leaves the
memory out.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import time
from decimal import Decimal

from gevinst.engines.businesscase.calculus.evaluate import evaluate
from gevinst.engines.businesscase.calculus.outcome import outcome
from gevinst.engines.businesscase.calculus.spreads import spreads
from gevinst.engines.businesscase.casefile.read import read
from gevinst.engines.businesscase.casefile.write import dumps
from gevinst.engines.businesscase.model.case import Case
from gevinst.engines.businesscase.uncertainty import Event, Simulation, simulate

LINES, YEARS, SEED = 30, 10, 20260101
FEW, MANY = 10_000, 100_000
RUNS = 3
DISTRIBUTIONS = ("triangular", "pert", "uniform")


def main() -> None:
    """Simulates in processes of their own and prints the figures."""
    few = [simulated_apart(FEW) for _ in range(RUNS)]
    seconds = min(each["seconds"] for each in few)
    figure("simulate.seconds_10k", round(seconds, 3), "s", "0.5 s wanted; 30 lines, 60 drivers")
    if "--small" not in sys.argv:
        many = simulated_apart(MANY)
        more = many["mb"] - min(each["mb"] for each in few)
        figure("simulate.memory_100k", round(more), "MB", "more than what 10,000 take")
        figure("simulate.seconds_100k", round(many["seconds"], 2), "s", "the same case")


def simulated_apart(n: int) -> dict[str, float]:
    """What a process of its own takes for `n` simulations."""
    done = subprocess.run(
        [sys.executable, __file__, "--run", str(n)], check=True, capture_output=True, text=True
    )
    return dict(json.loads(done.stdout))


def run(n: int) -> None:
    """Simulates here, checks the answer against the exact case and prints what it took."""
    case = invented()
    drivers = spreads(case)
    began = time.perf_counter()
    told = simulate(
        outcome(case), drivers, n, SEED, correlations={("units_1", "units_2"): 0.6}, events=risks()
    )
    seconds = time.perf_counter() - began
    assert_right(case, told, len(drivers))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"seconds": seconds, "mb": peak}))


def assert_right(case: Case, told: Simulation, drivers: int) -> None:
    """The mean lies where the means of the drivers and the risks put it."""
    means = {each.name: Decimal(str(each.mean)) for each in spreads(case)}
    exact = float(evaluate(case, given=means).total)
    risked = sum(each.probability * each.likely for each in risks())
    assert drivers == 2 * LINES
    assert abs(told.mean - (exact - risked)) < 6 * told.mean_error


def risks() -> list[Event]:
    """Five risks whose consequence is even about the likely one."""
    return [
        Event(f"risk_{no}", 0.1 * no, 50_000, 100_000, 150_000, tuple([1 / YEARS] * YEARS))
        for no in range(1, 6)
    ]


def invented() -> Case:
    """A case of 30 lines: costs of both scenarios and benefits, each of two assumptions."""
    document = {
        "case": 1,
        "id": "simulated",
        "title": "Simulated",
        "origin": "project_start",
        "years": {"from": 2025, "to": 2025 + YEARS - 1},
        "assumptions": assumptions(),
        "costs": [cost(no) for no in range(1, 21)],
        "benefits": [benefit(no) for no in range(21, LINES + 1)],
    }
    return read(dumps(document))


def assumptions() -> dict[str, object]:
    """Units and minutes of every line, each with a low and a high."""
    found: dict[str, object] = {}
    for no in range(1, LINES + 1):
        kind = DISTRIBUTIONS[no % 3]
        found[f"units_{no}"] = {
            "value": 100 * no,
            "low": 80 * no,
            "high": 120 * no,
            "distribution": kind,
        }
        found[f"minutes_{no}"] = {"value": 5.5, "low": 5, "high": 6, "distribution": kind}
    return found


def cost(no: int) -> dict[str, object]:
    """A cost of scenario 0 or 1, by time."""
    line = {
        "id": f"cost_{no}",
        "title": "",
        "scenario": no % 2,
        "place": "operation.system.internal",
    }
    return {**line, "amount": amount(no)}


def benefit(no: int) -> dict[str, object]:
    """A benefit by time that grows with the years."""
    line = {"id": f"gain_{no}", "title": "", "place": "benefit.budget.time", "mode": "capacity"}
    shares = {str(2025 + t): min(1, (t + 1) * 0.25) for t in range(YEARS)}
    return {**line, "amount": amount(no), "when": {"years": shares}}


def amount(no: int) -> dict[str, object]:
    """Units x minutes x weeks at a rate."""
    return {
        "driver": "time",
        "units": f"units_{no}",
        "minutes": f"minutes_{no}",
        "periods": 52,
        "rate": 390,
    }


def figure(name: str, value: float, unit: str, against: str) -> None:
    """One line of JSON."""
    print(json.dumps({"name": name, "value": value, "unit": unit, "against": against}))


if __name__ == "__main__":
    run(int(sys.argv[2])) if "--run" in sys.argv else main()
