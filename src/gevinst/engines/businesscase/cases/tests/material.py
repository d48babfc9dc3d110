"""The material that the shipped cases were made from; a test that needs it fails loudly without it."""

from __future__ import annotations

import json
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from gevinst.engines.businesscase.cases import load
from gevinst.engines.businesscase.proof import CaseProof, CheckOutcome, prove

SHARED = Path(__file__).resolve().parents[7] / "shared"


@cache
def source_lines() -> list[str]:
    """The lines of the published catalogue; line 1 is the first."""
    path = SHARED / "sources" / "kl-deloitte-ten-cases.txt"
    return path.read_text("utf-8").split("\n")


@cache
def facts() -> dict[str, list[dict[str, Any]]]:
    """The facts of each case, numbers kept exactly."""
    text = (SHARED / "benefits" / "cases.json").read_text("utf-8")
    content = json.loads(text, parse_float=Decimal)
    return {case["id"]: case["facts"] for case in content["cases"]}


@cache
def acceptance() -> dict[str, dict[str, Any]]:
    """The acceptance checks of the shipped cases, by id."""
    text = (SHARED / "benefits" / "acceptance.json").read_text("utf-8")
    checks = json.loads(text, parse_float=Decimal)["checks"]
    return {each["id"]: each for each in checks if each["case"] in facts()}


@cache
def proof(name: str) -> CaseProof:
    """The proofs of a shipped case."""
    return prove(load(name))


@cache
def outcomes(name: str) -> dict[str, CheckOutcome]:
    """The outcome of each check of a shipped case, by its id."""
    return {each.check.id: each for figure in proof(name).figures for each in figure.outcomes}
