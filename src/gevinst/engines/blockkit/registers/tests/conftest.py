"""One register, `people`, and a folder with a `registers.yaml` that tells of it."""

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path
from textwrap import dedent, indent
from typing import Any

import pyarrow as pa
import pytest

from gevinst.engines.blockkit import Manifest, Register, RegisterFault, RegisterSpec, Text
from gevinst.engines.blockkit.registers import load_registers

NO = Text("nej", "no")
PEOPLE = RegisterSpec(
    "people",
    NO,
    {"cpr": "str", "region": "str", "rate": "decimal", "seats": "int", "since": "date"},
    personal=frozenset({"cpr"}),
)
EXTRA = RegisterSpec("extra", NO, {"code": "str"}, required=False)
ROW = {
    "cpr": "6502701234",
    "region": "1082",
    "rate": Decimal("12.500000"),
    "seats": 3,
    "since": date(2026, 10, 1),
}


def manifest(*specs: RegisterSpec) -> Manifest:
    """A manifest with those registers."""
    return Manifest(
        "tiny", NO, NO, "1", "Ejer", (), (), (), specs, (), {}, Decimal(1), Decimal(1), NO
    )


MANIFEST = manifest(PEOPLE, EXTRA)
Load = Callable[..., Register]
Fault = Callable[..., RegisterFault]


@pytest.fixture
def load(tmp_path: Path) -> Load:
    """Writes `registers.yaml` with what is said of `people`, and loads that register."""

    def loaded(described: str, connections: Mapping[str, str] | None = None) -> Register:
        text = "registers:\n  people:\n" + indent(dedent(described), "    ")
        (tmp_path / "registers.yaml").write_text(text, encoding="utf-8")
        return load_registers(tmp_path, MANIFEST, connections)["people"]

    return loaded


@pytest.fixture
def fault(load: Load) -> Fault:
    """As `load`, for what must not be loaded: the fault."""

    def caught(described: str, connections: Mapping[str, str] | None = None) -> RegisterFault:
        with pytest.raises(RegisterFault) as raised:
            load(described, connections)
        return raised.value

    return caught


def rows(register: Register) -> list[dict[str, Any]]:
    """The register's rows."""
    return list(register.table.to_pylist())


def column(register: Register, name: str) -> list[Any]:
    """One column of it."""
    found: pa.ChunkedArray = register.table[name]
    return list(found.to_pylist())
