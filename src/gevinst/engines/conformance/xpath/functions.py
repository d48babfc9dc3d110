"""Calls of functions: the right one by name, `.` where its argument is left out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from gevinst.engines.conformance.xpath import (
    number_functions,
    own_functions,
    sequence_functions,
    text_functions,
)
from gevinst.engines.conformance.xpath.focus import Focus
from gevinst.engines.conformance.xpath.ragged import Ragged
from gevinst.engines.conformance.xpath.signatures import SIGNATURES
from gevinst.engines.conformance.xpath.syntax import Call, Here, Node, made

if TYPE_CHECKING:
    from gevinst.engines.conformance.xpath.evaluate import Evaluator

Arguments = tuple[Node, ...]
Function = Callable[["Evaluator", Arguments, Focus], Ragged]
FUNCTIONS: Mapping[str, Function] = MappingProxyType(
    {
        **number_functions.FUNCTIONS,
        **own_functions.FUNCTIONS,
        **sequence_functions.FUNCTIONS,
        **text_functions.FUNCTIONS,
    }
)


def call(run: Evaluator, node: Call, focus: Focus) -> Ragged:
    """The value of a call."""
    signature, arguments = SIGNATURES[node.name], node.arguments
    if signature.on_context and len(arguments) == signature.low:
        arguments = (*arguments, made(Here))
    return FUNCTIONS[node.name](run, arguments, focus)
