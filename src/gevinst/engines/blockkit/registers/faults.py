"""The faults of registers: one register, one sentence in two languages, no person number in it."""

from __future__ import annotations

from gevinst.engines.blockkit.contract import RegisterFault, RegisterSpec, Text
from gevinst.engines.identifiers import mask_all

HIDDEN = "***"


def fault(register: str, da: str, en: str) -> RegisterFault:
    """The fault of that register.

    >>> fault("population", "er tom", "is empty").message.en
    'population: is empty'
    """
    return RegisterFault(register, Text(f"{register}: {da}", f"{register}: {en}"))


def shown(spec: RegisterSpec, column: str, value: object) -> str:
    """A value as a fault may repeat it: nothing of a personal column, no person number of another."""
    return HIDDEN if column in spec.personal else repr(mask_all(str(value)))


def unreadable(register: str, file: str, da: str, en: str = "") -> RegisterFault:
    """The fault of a file that cannot be read, with the reason."""
    return fault(register, f"{file} kan ikke læses ({da})", f"{file} cannot be read ({en or da})")
