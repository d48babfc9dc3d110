"""How far an invented process has come, what it takes today, and how well suited it was found."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random
from typing import Any

from gevinst.engines.exchange.sample.subjects import TECHNOLOGIES

PHASES = {
    "IDEA": 30, "PREANALYSIS": 10, "SPECIFICATION": 5, "DEVELOPMENT": 9, "IMPLEMENTATION": 5,
    "OPERATION": 35, "DECOMMISSIONED": 6,
}  # fmt: skip
BUILT = frozenset({"IMPLEMENTATION", "OPERATION", "DECOMMISSIONED"})
STATUSES = ("NOT_RATED", "PENDING", "INPROGRESS", "FAILED", "REJECTED", "NOT_RELEVANT")
STATUS_WEIGHTS = (15, 20, 50, 3, 7, 5)
ANSWERS = ("VERY_HIGH", "HIGH", "LOW", "VERY_LOW", "UNKNOWN")
QUESTIONS = (
    "levelOfProfessionalAssessment", "levelOfChange", "levelOfStructuredInformation",
    "levelOfUniformity", "levelOfDigitalInformation", "levelOfQuality", "levelOfSpeed",
    "levelOfRoutineWorkReduction", "evaluatedLevelOfRoi",
)  # fmt: skip
PERIODS = ("ONDEMAND", "DAILY", "WEEKLY", "MONTHLY", "QUATERLY", "YEARLY")
HALF, SOME, FEW = 0.5, 0.3, 0.15
Facts = dict[str, Any]


def stage_facts(randomly: Random, created: date, today: date) -> Facts:
    """Phase, status, days, effort, answers and result that fit each other."""
    phase = randomly.choices(list(PHASES), list(PHASES.values()))[0]
    changed = created + timedelta(days=randomly.randint(0, (today - created).days))
    built = phase in BUILT
    days = {
        "lastChanged": moment(changed),
        "putIntoOperation": moment(changed) if phase in {"OPERATION", "DECOMMISSIONED"} else None,
        "decommissioned": moment(changed) if phase == "DECOMMISSIONED" else None,
    }
    return {
        "phase": phase,
        "status": randomly.choices(STATUSES, STATUS_WEIGHTS)[0],
        "statusText": "Venter på adgang til systemet." if randomly.random() < FEW else None,
        **days,
        **_effort(randomly, answered=phase != "IDEA" or randomly.random() < HALF),
        **_answers(randomly, answered=phase != "IDEA"),
        **_result(randomly, built=built),
    }


def _effort(randomly: Random, *, answered: bool) -> Facts:
    times = randomly.choice([12, 52, 250, 600, 1200, 4000, 15000]) if answered else 0
    minutes = randomly.choice([2.0, 3.5, 5.0, 8.0, 12.0, 20.0, 45.0]) if answered else 0.0
    share = randomly.choice([50, 70, 80, 90, 100]) if answered else 0
    return {
        "timeSpendOccurancesPerEmployee": times,
        "timeSpendPerOccurance": minutes,
        "timeSpendEmployeesDoingProcess": randomly.randint(1, 30) if answered else 0,
        "timeSpendPercentageDigital": share,
        "timeSpendComputedTotal": int(times * minutes * share / 100 / 60),
        "timeSpendComment": "Skønnet af afdelingen." if answered else None,
        "expectedDevelopmentTime": float(randomly.choice([20, 40, 75, 120])) if answered else None,
        "targetsCompanies": randomly.random() < SOME,
        "targetsCitizens": randomly.random() < HALF,
    }


def _answers(randomly: Random, *, answered: bool) -> Facts:
    return {name: randomly.choice(ANSWERS) if answered else "NOT_SET" for name in QUESTIONS}


def _result(randomly: Random, *, built: bool) -> Facts:
    rating = randomly.randint(0, 3) if built else 0
    repository = built and randomly.random() < FEW
    return {
        "technologies": [{"name": randomly.choice(TECHNOLOGIES)}] if built else [],
        "runPeriod": randomly.choice(PERIODS) if built else "NOT_CHOSEN_YET",
        "rating": rating,
        "ratingComment": "<p>Gevinsten er som ventet.</p>" if rating else None,
        "codeRepositoryUrl": f"https://git.example/robot-{randomly.randint(1, 999)}"
        if repository
        else None,
    }


def moment(on: date) -> str:
    """Noon in Denmark in winter, as the API writes moments."""
    return f"{on.isoformat()}T11:00:00.000+00:00"
