"""The functions of prefix `g:`: code lists, tolerances and check digits."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING

import numpy as np

from gevinst.engines.conformance.codelists import code_list
from gevinst.engines.conformance.xpath.arithmetic import paired
from gevinst.engines.conformance.xpath.checks import CHECKS
from gevinst.engines.conformance.xpath.focus import Focus
from gevinst.engines.conformance.xpath.numerals import Numbers, plus, together
from gevinst.engines.conformance.xpath.ragged import BOOLEAN, NUMBER, Ragged, full
from gevinst.engines.conformance.xpath.syntax import Text

if TYPE_CHECKING:
    from gevinst.engines.conformance.xpath.evaluate import Evaluator
    from gevinst.engines.conformance.xpath.functions import Arguments, Function


def _check(name: str, check: Callable[[str], bool]) -> Function:
    def function(run: Evaluator, arguments: Arguments, focus: Focus) -> Ragged:
        ids = run.string(arguments[0], focus)
        return full(BOOLEAN, run.pool.holds(f"g:{name}", check, ids))

    return function


@lru_cache(maxsize=128)
def codes(name: str) -> frozenset[str]:
    """The codes of the list `name`. Raises `KeyError`."""
    return frozenset(code_list(name))


def _in_list(run: Evaluator, arguments: Arguments, focus: Focus) -> Ragged:
    """The name of the list is a literal."""
    name = arguments[1]
    assert isinstance(name, Text)
    known = codes(name.value)
    ids = run.string(arguments[0], focus)
    return full(BOOLEAN, run.pool.holds(("g:in-list", name.value), known.__contains__, ids))


def _slack(run: Evaluator, arguments: Arguments, focus: Focus) -> Ragged:
    """abs(a - b) <= tolerance; nothing where one of them is no number."""
    one, other, most = (run.numbers(run(argument, focus).singles()) for argument in arguments)
    one, other = paired(one, other)
    apart = one.of(NUMBER, plus(one.items, other.items, -1))
    apart, most = paired(apart, most)
    difference, tolerance, _ = together(
        Numbers(abs(apart.items.values), apart.items.scale), most.items
    )
    return apart.of(BOOLEAN, np.asarray(difference <= tolerance, dtype=np.bool_))


FUNCTIONS: Mapping[str, Function] = MappingProxyType(
    {
        **{f"g:{name}": _check(name, check) for name, check in CHECKS.items()},
        "g:in-list": _in_list,
        "g:slack": _slack,
    }
)
