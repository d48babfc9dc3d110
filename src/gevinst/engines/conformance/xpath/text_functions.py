"""Functions of strings; each distinct string of a batch is worked out once."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

import numpy as np

from gevinst.engines.conformance.xpath import patterns_of_text as regex
from gevinst.engines.conformance.xpath.focus import Focus
from gevinst.engines.conformance.xpath.numerals import Numbers
from gevinst.engines.conformance.xpath.parser import name_of
from gevinst.engines.conformance.xpath.pool import EMPTY, SPACE, Ids
from gevinst.engines.conformance.xpath.ragged import BOOLEAN, NUMBER, TEXT, Ragged, full
from gevinst.engines.conformance.xpath.syntax import Node, Number, Text

if TYPE_CHECKING:
    from gevinst.engines.conformance.xpath.evaluate import Evaluator
    from gevinst.engines.conformance.xpath.functions import Arguments, Function

MANY = 99


def literals(nodes: Arguments) -> tuple[str, ...] | None:
    """The texts of the arguments where all are literals."""
    if all(isinstance(node, Text) for node in nodes):
        return tuple(node.value for node in nodes if isinstance(node, Text))
    return None


def _test(name: str, test: Callable[..., bool]) -> Function:
    """A function string, string, … -> boolean."""

    def function(run: Evaluator, arguments: Arguments, focus: Focus) -> Ragged:
        ids = run.string(arguments[0], focus)
        fixed = literals(arguments[1:])
        if fixed is not None:
            key = (name, *fixed)
            return full(BOOLEAN, run.pool.holds(key, lambda text: test(text, *fixed), ids))
        rows = _rows(run, arguments, focus)
        return full(BOOLEAN, np.array([test(*row) for row in rows], dtype=np.bool_))

    return function


def _change(name: str, change: Callable[..., str]) -> Function:
    """A function string, string, … -> string."""

    def function(run: Evaluator, arguments: Arguments, focus: Focus) -> Ragged:
        ids = run.string(arguments[0], focus)
        fixed = literals(arguments[1:])
        if fixed is not None:
            key = (name, *fixed)
            return full(TEXT, run.pool.changed(key, lambda text: change(text, *fixed), ids))
        rows = _rows(run, arguments, focus)
        return full(TEXT, run.pool.ids(change(*row) for row in rows))

    return function


def _rows(run: Evaluator, arguments: Arguments, focus: Focus) -> Any:
    columns = [run.pool.texts(run.string(argument, focus)) for argument in arguments]
    return zip(*columns, strict=True)


def _string(run: Evaluator, arguments: Arguments, focus: Focus) -> Ragged:
    return full(TEXT, run.string(arguments[0], focus))


def _concat(run: Evaluator, arguments: Arguments, focus: Focus) -> Ragged:
    return full(TEXT, run.pool.ids(map("".join, _rows(run, arguments, focus))))


def _join(run: Evaluator, arguments: Arguments, focus: Focus) -> Ragged:
    value = run.texts(run(arguments[0], focus))
    texts = run.pool.texts(value.items)
    ends = value.starts.tolist()
    separators = (
        run.pool.texts(run.string(arguments[1], focus)) if len(arguments) > 1 else [""] * focus.size
    )
    joined = (
        separator.join(texts[begin:end])
        for separator, begin, end in zip(separators, ends, ends[1:], strict=False)
    )
    return full(TEXT, run.pool.ids(joined))


def _length(run: Evaluator, arguments: Arguments, focus: Focus) -> Ragged:
    ids = run.string(arguments[0], focus)
    return full(NUMBER, Numbers(run.pool.worked("string-length", len, ids), 0))


def _substring(run: Evaluator, arguments: Arguments, focus: Focus) -> Ragged:
    ids = run.string(arguments[0], focus)
    places = [_place(node) for node in arguments[1:]]
    if None not in places:
        key = ("substring", *places)
        return full(TEXT, run.pool.changed(key, lambda text: _part(text, *places), ids))
    columns = [_floats(run, node, focus) for node in arguments[1:]]
    rows = zip(run.pool.texts(ids), *columns, strict=True)
    return full(TEXT, run.pool.ids(_part(*row) for row in rows))


def _place(node: Node) -> float | None:
    return float(node.value) if isinstance(node, Number) else None


def _floats(run: Evaluator, node: Node, focus: Focus) -> list[float]:
    """Positions may be floats: they are no money. Not a number where there is none."""
    value = run.numbers(run(node, focus)).singles()
    found = [math.nan] * focus.size
    for row, number in zip(value.rows.tolist(), value.items.decimals(), strict=True):
        found[row] = float(number)
    return found


def _part(text: str, start: Any, length: Any = math.inf) -> str:
    """XPath's substring: positions from 1, a half rounds up, outside is cut away."""
    if math.isnan(start) or math.isnan(length):
        return ""
    begin = math.floor(start + 0.5)
    end = math.inf if length == math.inf else begin + math.floor(length + 0.5)
    return text[max(begin, 1) - 1 : None if end == math.inf else max(int(end), 1) - 1]


def _tokenize(run: Evaluator, arguments: Arguments, focus: Focus) -> Ragged:
    texts = run.pool.texts(run.string(arguments[0], focus))
    patterns: Sequence[str | None] = [None] * focus.size
    if len(arguments) > 1:
        patterns = run.pool.texts(run.string(arguments[1], focus))
    parts = [regex.parts(text, pattern) for text, pattern in zip(texts, patterns, strict=True)]
    rows = np.repeat(np.arange(focus.size), [len(part) for part in parts])
    return Ragged(focus.size, TEXT, rows, run.pool.ids(token for part in parts for token in part))


def _local_name(run: Evaluator, arguments: Arguments, focus: Focus) -> Ragged:
    return full(TEXT, _names(run, run(arguments[0], focus), run.table.vocabulary.locals))


def _namespace(run: Evaluator, arguments: Arguments, focus: Focus) -> Ragged:
    return full(TEXT, _names(run, run(arguments[0], focus), run.table.vocabulary.uris))


def _name(run: Evaluator, arguments: Arguments, focus: Focus) -> Ragged:
    words = run.table.vocabulary
    names = [name_of(words.uris[path], words.locals[path]) for path in range(len(words))]
    return full(TEXT, _names(run, run(arguments[0], focus), names))


def _names(run: Evaluator, nodes: Ragged, names: list[str]) -> Ids:
    found = np.full(nodes.size, EMPTY, dtype=np.int64)
    nodes = nodes.singles()
    found[nodes.rows] = run.pool.ids(names)[run.table.paths[nodes.items]]
    return found


def _before(text: str, mark: str) -> str:
    return text.partition(mark)[0] if mark and mark in text else ""


def _after(text: str, mark: str) -> str:
    return text.partition(mark)[2] if mark else text


def _normalized(text: str) -> str:
    if text.isascii():  # what else split() parts by cannot stand in XML
        return " ".join(text.split())
    return " ".join(part for part in text.translate(_SPACES).split(" ") if part)


def _translated(text: str, source: str, target: str) -> str:
    changes: dict[int, str | None] = {}
    for at, character in enumerate(source):
        changes.setdefault(ord(character), target[at] if at < len(target) else None)
    return text.translate(changes)


_SPACES = str.maketrans(dict.fromkeys(SPACE, " "))
FUNCTIONS: Mapping[str, Function] = MappingProxyType(
    {
        "string": _string,
        "concat": _concat,
        "string-join": _join,
        "string-length": _length,
        "substring": _substring,
        "substring-before": _change("before", _before),
        "substring-after": _change("after", _after),
        "contains": _test("contains", lambda text, part: part in text),
        "starts-with": _test("starts-with", str.startswith),
        "ends-with": _test("ends-with", str.endswith),
        "normalize-space": _change("normalize-space", _normalized),
        "upper-case": _change("upper-case", str.upper),
        "lower-case": _change("lower-case", str.lower),
        "translate": _change("translate", _translated),
        "matches": _test("matches", regex.matches),
        "replace": _change("replace", regex.replaced),
        "tokenize": _tokenize,
        "local-name": _local_name,
        "namespace-uri": _namespace,
        "name": _name,
    }
)
