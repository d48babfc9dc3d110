"""A case as YAML text: plain values in the order given, numbers exactly as they are."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

import yaml

WIDTH = 110


class _Dumper(yaml.SafeDumper):
    """Writes Decimals as plain numbers and never repeats a value by an alias."""

    def ignore_aliases(self, data: object) -> bool:
        return True


def _decimal(dumper: yaml.SafeDumper, value: Decimal) -> yaml.Node:
    plain = format(value, "f")
    kind = "float" if "." in plain else "int"
    return dumper.represent_scalar(f"tag:yaml.org,2002:{kind}", plain)


def _text(dumper: yaml.SafeDumper, value: str) -> yaml.Node:
    # Unusual line ends survive only within double quotes; ordinary ones read best as a block.
    unusual = any(character in value for character in "\x85\u2028\u2029\ufeff")
    style = '"' if unusual else "|" if "\n" in value else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", value, style)


_Dumper.add_representer(Decimal, _decimal)
_Dumper.add_representer(str, _text)


def dumps(data: Mapping[str, Any]) -> str:
    """The text of a case file; `parsed` gives the same values back.

    >>> print(dumps({"case": 1, "assumptions": {"minutes": {"value": Decimal("5.30")}}}), end="")
    case: 1
    assumptions:
      minutes:
        value: 5.30
    """
    written = yaml.dump(
        dict(data), Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=WIDTH
    )
    return str(written)
