"""The functions of the subset by name, with how many arguments each takes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from gevinst.engines.conformance.xpath.focus import Focus
from gevinst.engines.conformance.xpath.ragged import Ragged
from gevinst.engines.conformance.xpath.syntax import Call, Here, Node, made

if TYPE_CHECKING:
    from gevinst.engines.conformance.xpath.evaluate import Evaluator

Arguments = tuple[Node, ...]
Function = Callable[["Evaluator", Arguments, Focus], Ragged]
MANY = 99


def call(run: Evaluator, node: Call, focus: Focus) -> Ragged:
    """A call; a function of the context item gets `.` where its argument is left out."""
    function, low, _, on_context = table()[node.name]
    arguments = node.arguments
    if on_context and len(arguments) == low:
        arguments = (*arguments, made(Here))
    return function(run, arguments, focus)


def arities() -> Mapping[str, tuple[int, int]]:
    """The fewest and the most arguments of every function."""
    return {name: (low, high) for name, (_, low, high, _) in table().items()}


@lru_cache(maxsize=1)
def table() -> Mapping[str, tuple[Function, int, int, bool]]:
    """Every function: what it does, fewest and most arguments, whether `.` is its last argument."""
    from gevinst.engines.conformance.xpath import (
        number_functions,
        own_functions,
        sequence_functions,
        text_functions,
    )  # fmt: skip

    found: dict[str, Any] = {}
    for module in (number_functions, own_functions, sequence_functions, text_functions):
        for name, entry in module.FUNCTIONS.items():
            function, low, high, *context = entry
            found[name] = (function, low, high, bool(context))
    return found
