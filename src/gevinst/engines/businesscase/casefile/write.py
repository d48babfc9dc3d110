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


_Dumper.add_representer(Decimal, _decimal)


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
