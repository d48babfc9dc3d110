"""`benefit-specification.md`: the tables that the tests of the engine `businesscase` run, as a manual."""

from __future__ import annotations

from pathlib import Path

from pages.markdown import table
from pages.spec_tables import SpecTable, opening, tables

ENGINE = Path(__file__).resolve().parents[2] / "src/gevinst/engines/businesscase"
HEAD = """# The benefit method, specified

Each table below is run by a test: the same rows are specification, test and manual. A row is one
example; the last columns say what must come out. The method in prose: [business
cases](../explanation/business-case.md). Amounts are DKK, rates 0-1, years calendar years.

In the cells, `cost("x", "0", ...)` is a cost of 100 DKK in every year of 2020-2022 in scenario 0 (1
where none is named), `benefit("x", ...)` a benefit of 100 DKK a year; what follows changes that. A dash
is *none*. Where something is refused, the last column is a part of what is said.
"""
# Room -> what it is about; the rooms in the order a case is worked out.
ROOMS = {
    "model": "Places, benefits and what they may be",
    "calculus": "Drivers, baselines and the two scenarios",
    "indicators": "Indicators",
    "estimators": "Estimates",
    "risk": "Risk and optimism",
    "uncertainty": "Uncertainty",
    "sharing": "Parties and sharing",
    "realisation": "Expected and realised",
    "readiness": "Readiness, tree and score",
    "figures": "Published figures and formulas",
    "proof": "Published figures worked out through a case",
    "cases": "The shipped cases",
    "checks": "Checks",
    "casefile": "Faults of a case file",
    "builder": "A case written in Python",
    "parameters": "Parameters",
}


def page() -> str:
    """The page. Raises `LookupError` for a room without a single table."""
    return HEAD + "".join(_room(room, name) for room, name in ROOMS.items())


def _room(room: str, name: str) -> str:
    files = sorted((ENGINE / room / "tests").glob("test_*.py"))
    parts = [_file(path, held) for path in files if (held := tables(path))]
    if not parts:
        raise LookupError(f"no test of {room} has a table")
    return f"\n## {name}\n" + "".join(parts)


def _file(path: Path, held: list[SpecTable]) -> str:
    return f"\n*{opening(path)}* (`{path.name}`)\n" + "".join(map(_table, held))


def _table(spec: SpecTable) -> str:
    parts = [f"\n### {spec.title}\n", table(spec.columns, spec.rows), ""]
    if spec.words:
        parts.append("Where " + "; ".join(_word(*each) for each in spec.words.items()) + ".\n")
    return "\n".join(parts)


def _word(name: str, meaning: str) -> str:
    return (
        f"`{name}` is {meaning.rstrip('.')}"
        if meaning[:1] in "`0123456789-"
        else f"`{name}`: {meaning.rstrip('.')}"
    )
