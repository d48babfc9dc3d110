"""A place in the file of themes: what is read there, and where a mistake stands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any

_CODE = re.compile(r"[a-z]+(-[a-z]+)*")


@dataclass(frozen=True, slots=True)
class Held:
    """A mapping of the file and where it stands."""

    name: str
    where: str
    value: object

    def items(self, key: str) -> Iterator[Held]:
        """The mappings of the list under `key`, which is not empty."""
        value = self._get(key)
        if not isinstance(value, list) or not value:
            raise self._fault(key, "a list with something in it", value)
        path = self._path(key)
        return (Held(self.name, f"{path}[{i}]", one) for i, one in enumerate(value))

    def inside(self, key: str) -> Held:
        """The mapping under `key`."""
        return Held(self.name, self._path(key), self._get(key))

    def text(self, key: str) -> str:
        """The text under `key`, which is not empty."""
        value = self._get(key)
        if not isinstance(value, str) or not value.strip():
            raise self._fault(key, "a text", value)
        return value

    def code(self) -> str:
        """The text under `code`, in small letters."""
        code = self.text("code")
        if not _CODE.fullmatch(code):
            raise self._fault("code", "small letters with single hyphens", code)
        return code

    def share(self, key: str) -> Decimal:
        """The number 0-1 under `key`, written as a text so that it is read exactly."""
        written = self._get(key)
        try:
            number = Decimal(written) if isinstance(written, str) else Decimal("NaN")
        except InvalidOperation:
            number = Decimal("NaN")
        if not number.is_finite() or not 0 <= number <= 1:
            raise self._fault(key, 'a number from "0" to "1" in quotes', written)
        return number

    def flag(self, key: str) -> bool:
        """The true or false under `key`; false where it is not there."""
        value = self._mapping().get(key, False)
        if not isinstance(value, bool):
            raise self._fault(key, "true or false", value)
        return value

    def _get(self, key: str) -> Any:
        return self._mapping().get(key)

    def _mapping(self) -> Mapping[str, Any]:
        if not isinstance(self.value, dict):
            place = self.where or "the file"
            raise ValueError(
                f"{self.name}: {place}: expected keys with values, found {self.value!r}"
            )
        return self.value

    def _path(self, key: str) -> str:
        return f"{self.where}.{key}" if self.where else key

    def _fault(self, key: str, expected: str, found: object) -> ValueError:
        return ValueError(f"{self.name}: {self._path(key)}: expected {expected}, found {found!r}")
