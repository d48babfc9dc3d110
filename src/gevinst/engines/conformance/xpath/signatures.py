"""How many arguments each function takes, for the parser; what the functions do stands in `functions.py`."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from gevinst.engines.conformance.xpath.checks import CHECKS


class Signature(NamedTuple):
    """Fewest and most arguments; `on_context` where `.` stands for the one that is left out."""

    low: int
    high: int
    on_context: bool = False


_NAMES = {
    Signature(0, 0): "current false last position true",
    Signature(0, 1, on_context=True): (
        "data local-name name namespace-uri normalize-space number string string-length"
    ),
    Signature(1, 1): (
        "abs avg boolean ceiling count distinct-values empty exists floor lower-case max min "
        "not reverse sum upper-case xs:boolean xs:date xs:decimal xs:double xs:integer"
    ),
    Signature(1, 2): "round string-join tokenize",
    Signature(2, 2): "contains ends-with starts-with substring-after substring-before",
    Signature(2, 3): "matches substring",
    Signature(2, 99): "concat",
    Signature(3, 3): "translate",
    Signature(3, 4): "replace",
}
SIGNATURES: Mapping[str, Signature] = MappingProxyType(
    {name: signature for signature, names in _NAMES.items() for name in names.split()}
    | {f"g:{name}": Signature(1, 1) for name in CHECKS}
    | {"g:in-list": Signature(2, 2), "g:slack": Signature(3, 3)}
)
