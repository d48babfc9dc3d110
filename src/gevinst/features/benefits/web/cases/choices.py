"""The words for what a business case lets one choose from, Danish first."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from gevinst.engines.businesscase.model.diagram import categories
from gevinst.engines.businesscase.model.taxonomy import offered

Words = Mapping[str, Promise | str]

PLACES: Words = {
    "project": _("Project"),
    "operation": _("Operation"),
    "benefit": _("Benefit"),
    "risk": _("Risk"),
    "resources": _("resources"),
    "acquisition": _("acquisition"),
    "integrations": _("integrations"),
    "system": _("operation of the system"),
    "maintenance": _("maintenance and support"),
    "licences": _("licences"),
    "budget": _("budget and productivity"),
    "socioeconomic": _("socio-economic"),
    "quality": _("quality"),
    "internal": _("own staff"),
    "external": _("supplier"),
    "hardware": _("hardware"),
    "running": _("running"),
    "lease": _("lease"),
    "training": _("training"),
    "data-work": _("data work"),
    "communication": _("communication"),
    "change-management": _("change management"),
    "decommissioning": _("decommissioning"),
    "exit": _("exit"),
    "cybersecurity": _("cybersecurity"),
    "gdpr-counsel": _("GDPR counsel"),
    "time": _("time"),
}
DRIVERS: Words = {
    "amount": _("An amount a year"),
    "time": _("Number × minutes × DKK an hour"),
    "hours": _("Hours × DKK an hour"),
    "staffing": _("Full-time staff × DKK a year"),
    "volume": _("Number × price"),
    "tiered": _("Number at a price that falls with the number"),
    "history": _("What was spent, carried on"),
}
TERMS: Words = {
    "amount": _("DKK a year"),
    "units": _("How many"),
    "minutes": _("Minutes each"),
    "periods": _("Periods a year"),
    "rate": _("DKK an hour"),
    "hours": _("Hours a year"),
    "fte": _("Full-time staff"),
    "cost": _("DKK a year each"),
    "effective": _("Effective hours each"),
    "price": _("DKK each"),
    "growth": _("Growth a year (0.05 is 5 %)"),
    "step": _("DKK more each year"),
}
SCENARIOS: Words = {
    "0": _("Without the solution (0)"),
    "1": _("With the solution (1)"),
    "both": _("In both"),
}
MODES: Words = {
    "budget_cut": _("The budget is cut"),
    "reallocated_time": _("The time is spent on other work"),
    "capacity": _("More citizens or cases by the same staff"),
    "avoided_growth": _("Growth that does not come"),
    "temp_staff_reduction": _("Fewer temporary staff"),
    "quality": _("Better quality; no money is moved"),
}
STATUSES: Words = {
    "assumed": _("Assumed"),
    "idea": _("Idea"),
    "expected": _("Expected"),
    "estimated": _("Estimated"),
    "decided": _("Decided"),
    "reported": _("Reported"),
    "measured": _("Measured"),
    "realised": _("Realised"),
    "sustained": _("Sustained"),
    "lapsed": _("Lapsed"),
}
GRADES: Words = {
    "": _("Not stated"),
    "A": _("A: accounts or log"),
    "B": _("B: own measurement"),
    "C": _("C: projection"),
    "D": _("D: staff's estimate"),
    "E": _("E: expert or supplier"),
}
METHODS: Words = {
    "": _("Not stated"),
    "measurement": _("Measurement"),
    "log": _("Read from a log"),
    "accounts": _("From the accounts"),
    "projection": _("Projection"),
    "experience": _("Experience from other cases"),
    "market": _("Market analysis"),
    "three_point": _("Three-point estimate"),
    "triangulation": _("Several methods together"),
    "expert": _("Expert's judgement"),
    "goal_seek": _("Worked out backwards"),
}
DISTRIBUTIONS: Words = {
    "triangular": _("Triangle: the likely counts most"),
    "pert": _("Rounded about the likely"),
    "uniform": _("All alike between low and high"),
    "normal": _("Bell curve"),
    "discrete": _("Exactly one of the three"),
    "fixed": _("Does not vary"),
}
BEHAVIOURS: Words = {
    "fixed": _("Fixed"),
    "variable": _("Follows a number"),
    "step": _("Goes in steps"),
}
BASELINES: Words = {
    "frozen": _("As the last year"),
    "trend": _("As the trend of what was spent"),
    "committed": _("By what is agreed in contracts"),
    "counterfactual": _("As the need would have grown"),
}
ORIGINS: Words = {
    "project_start": _("From the start of the project"),
    "operation_start": _("From the start of operation"),
}
QUALITY_KINDS: Words = {
    "task_quality": _("The task is done better"),
    "perceived_service": _("The service is felt to be better"),
    "well_being": _("Staff thrive better"),
    "security": _("Information is better protected"),
}
BETTER: Words = {"higher": _("More is better"), "lower": _("Less is better")}
RISK_STATUSES: Words = {
    "open": _("May still happen"),
    "occurred": _("Has happened"),
    "expired": _("Can no longer happen"),
}
PERIODS: Words = {
    "1": _("a year"),
    "4": _("a quarter"),
    "12": _("a month"),
    "52": _("a week"),
    "220": _("a working day (220 a year)"),
    "365": _("a day"),
}


def options(words: Words) -> list[tuple[str, str]]:
    """Keys with their words, for a field that is chosen from."""
    return [(key, str(word)) for key, word in words.items()]


def place_words(code: str) -> str:
    """A place of the estimation diagram in words: "Project: acquisition, supplier"."""
    area, *rest = code.split(".")
    words = ", ".join(str(PLACES.get(part, part.replace("-", " "))) for part in rest)
    return f"{PLACES.get(area, area)}: {words}" if words else str(PLACES.get(area, area))


def places(areas: tuple[str, ...]) -> list[tuple[str, str]]:
    """The places of these areas of the diagram, each category before what is offered in it."""
    return list(_places(areas, get_language() or "da"))


@cache
def _places(areas: tuple[str, ...], language: str) -> tuple[tuple[str, str], ...]:
    codes = [
        code
        for category in categories()
        if category.split(".")[0] in areas
        for code in (category, *(f"{category}.{each}" for each in offered(category)))
    ]
    return tuple((code, place_words(code)) for code in codes)
