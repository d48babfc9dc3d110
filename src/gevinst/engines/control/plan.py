"""Compiles the rules about one kind of subject once, and runs them on many batches with DuckDB."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

import pyarrow as pa

from gevinst.engines.control.columns import KINDS, schema
from gevinst.engines.control.model import PARAMETER, Fact, Rule, RuleBook

if TYPE_CHECKING:
    import duckdb

SETTINGS = {"autoinstall_known_extensions": "false", "autoload_known_extensions": "false"}


@dataclass(frozen=True, slots=True)
class Plan:
    """Rules ready to run: `sql` reads the tables `subjects` and one a register.

    `parameters` are the columns `parameter.<name>` that the SQL reads beside the subject's own.
    """

    kind: str
    facts: tuple[Fact, ...]
    rules: tuple[Rule, ...]
    parameters: Mapping[str, str]
    registers: Mapping[str, pa.Schema]
    sql: str
"""
