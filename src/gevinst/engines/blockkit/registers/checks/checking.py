"""The door: all remarks on registers that are loaded, or on those that a place holds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from gevinst.engines.blockkit.contract import Manifest, RegisterFault, Registers, Text
from gevinst.engines.blockkit.registers.checks.codes import codes
from gevinst.engines.blockkit.registers.checks.content import content
from gevinst.engines.blockkit.registers.checks.copies import copies
from gevinst.engines.blockkit.registers.checks.intervals import intervals
from gevinst.engines.blockkit.registers.checks.numbers import numbers
from gevinst.engines.blockkit.registers.checks.remarks import RegisterRemark, RemarkLevel
from gevinst.engines.blockkit.registers.checks.tables import Tables
from gevinst.engines.blockkit.registers.loading import Connections, load_each


@dataclass(frozen=True, slots=True)
class Survey:
    """The registers of a place that could be loaded, and the remarks on all of them."""

    registers: Registers
    remarks: tuple[RegisterRemark, ...]

    @property
    def usable(self) -> bool:
        """Whether no remark is an error."""
        return not any(each.severity is RemarkLevel.ERROR for each in self.remarks)


def check_registers(registers: Registers, manifest: Manifest, on: date) -> list[RegisterRemark]:
    """All remarks on the registers as of the day `on`, in the manifest's order.

    Raises `RegisterFault` for a register that does not have the declared columns.
    """
    with Tables(registers, manifest) as tables:
        remarks = [*_absent(registers, manifest), *_each(tables, registers, on), *codes(tables)]
    order = {spec.name: place for place, spec in enumerate(manifest.registers)}
    return sorted(remarks, key=lambda remark: order[remark.register])


def survey(
    place: Path, manifest: Manifest, on: date, connections: Connections | None = None
) -> Survey:
    """The registers of a folder or `registers.yaml`, checked; one that cannot be loaded is an error.

    Raises `RegisterFault` where `registers.yaml` or `extracts.json` itself cannot be used.
    """
    loaded = load_each(place, manifest, connections)
    faults = {fault.register: fault for fault in loaded.faults}
    usable = tuple(spec for spec in manifest.registers if spec.name not in faults)
    remarks = check_registers(loaded.registers, replace(manifest, registers=usable), on)
    unusable = [_unusable(fault) for fault in loaded.faults]
    return Survey(loaded.registers, (*unusable, *remarks))


def _each(tables: Tables, registers: Registers, on: date) -> Iterator[RegisterRemark]:
    for spec in tables.specs:
        yield from content(tables, spec)
        yield from copies(spec.name, registers[spec.name].extract, on)
        yield from intervals(tables, spec)
        yield from numbers(tables, spec)


def _absent(registers: Registers, manifest: Manifest) -> Iterator[RegisterRemark]:
    for spec in manifest.registers:
        if spec.name not in registers:
            level = RemarkLevel.ERROR if spec.required else RemarkLevel.INFO
            said = Text("Registret er her ikke.", "The register is not here.")
            yield RegisterRemark(spec.name, "absent", level, said, 0)


def _unusable(fault: RegisterFault) -> RegisterRemark:
    return RegisterRemark(fault.register, "unusable", RemarkLevel.ERROR, fault.message, 0)
