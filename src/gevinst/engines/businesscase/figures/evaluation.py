"""Working a formula out: one rule for each piece of the language, none of them Python's own `eval`."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Context, DecimalException, DivisionByZero, localcontext
from typing import Any

from gevinst.engines.businesscase.figures.counting_numbers import taken_in, whole
from gevinst.engines.businesscase.figures.effort import Effort, TooMuch
from gevinst.engines.businesscase.figures.formula_error import FormulaError
from gevinst.engines.businesscase.figures.functions import FUNCTIONS, METHODS
from gevinst.engines.businesscase.figures.operators import COMPARISONS, OPERATORS
from gevinst.engines.businesscase.figures.pieces import column, function_name, source
from gevinst.engines.businesscase.figures.tools import Tools

PRECISION = 50


@dataclass(frozen=True, slots=True)
class _Run:
    text: str
    values: dict[str, Any]
    tools: Tools

    def also(self, names: Mapping[str, Any]) -> _Run:
        return replace(self, values={**self.values, **names})


def work_out(
    tree: ast.expr, text: str, values: Mapping[str, Any], number: Callable[[str], Any]
) -> Any:
    """What a tree comes to, over 50 digits where it is exact. Raises: FormulaError."""
    taken = {name: taken_in(value, number) for name, value in values.items()}
    with localcontext(Context(prec=PRECISION)):
        return _value(tree, _Run(text, taken, Tools(number, Effort())))


def _value(node: ast.expr, run: _Run) -> Any:
    try:
        run.tools.effort.spend()
        return _RULES[type(node)](node, run)
    except FormulaError:
        raise
    except (ZeroDivisionError, DivisionByZero):
        raise FormulaError("divided by zero", column(node, run.text)) from None
    except TooMuch as error:
        raise FormulaError(str(error), column(node, run.text)) from None
    except (DecimalException, OverflowError):
        message = "no number comes of this; expected values it is defined for, of a modest size"
        raise FormulaError(message, column(node, run.text)) from None
    except (TypeError, ValueError, LookupError, AttributeError) as error:
        raise FormulaError(f"this does not fit together: {error}", column(node, run.text)) from None


def _constant(node: ast.Constant, run: _Run) -> Any:
    if isinstance(node.value, float):
        return run.tools.number(source(node, run.text).replace("_", ""))
    return run.tools.effort.carry(node.value)


def _name(node: ast.Name, run: _Run) -> Any:
    if node.id not in run.values:
        known = ", ".join(sorted(run.values)) or "none"
        where = column(node, run.text)
        raise FormulaError(f"{node.id} has no value; the values given are: {known}", where)
    return run.values[node.id]


def _binary(node: ast.BinOp, run: _Run) -> Any:
    left, right = _value(node.left, run), _value(node.right, run)
    return OPERATORS[type(node.op)](left, right, run.tools.number, run.tools.effort)


def _unary(node: ast.UnaryOp, run: _Run) -> Any:
    value = _value(node.operand, run)
    if isinstance(node.op, ast.Not):
        return ~value if _is_array(value) else not value
    return -value if isinstance(node.op, ast.USub) else +value


def _both(node: ast.BoolOp, run: _Run) -> Any:
    conjunction = isinstance(node.op, ast.And)
    result = _value(node.values[0], run)
    for part in node.values[1:]:
        if _is_array(result):
            other = _value(part, run)
            result = (result & other) if conjunction else (result | other)
        elif bool(result) == conjunction:
            result = _value(part, run)
    return result


def _compare(node: ast.Compare, run: _Run) -> Any:
    left, result = _value(node.left, run), None
    for sign, operand in zip(node.ops, node.comparators, strict=True):
        right = _value(operand, run)
        run.tools.effort.carry(right)
        found = COMPARISONS[type(sign)](left, right)
        result = found if result is None else (result & found)
        if not _is_array(result) and not result:
            return False
        left = right
    return result


def _either(node: ast.IfExp, run: _Run) -> Any:
    test = _value(node.test, run)
    if _is_array(test):
        import numpy as np

        return np.where(test, _value(node.body, run), _value(node.orelse, run))
    return _value(node.body if test else node.orelse, run)


def _call(node: ast.Call, run: _Run) -> Any:
    name = function_name(node)
    arguments = _items(node.args, run)
    options = {word.arg or "": _value(word.value, run) for word in node.keywords}
    if name is not None:
        return FUNCTIONS[name](run.tools, *arguments, **options)
    return _method(node.func, arguments, run)


def _method(called: ast.expr, arguments: list[Any], run: _Run) -> Any:
    assert isinstance(called, ast.Attribute)
    owner: Any = _value(called.value, run)
    if not isinstance(owner, METHODS[called.attr]):
        kinds = " or ".join(kind.__name__ for kind in METHODS[called.attr])
        raise TypeError(f"expected a {kinds} before .{called.attr}")
    run.tools.effort.carry(owner)
    found = getattr(owner, called.attr)(*arguments)
    return list(found) if called.attr in {"values", "items", "keys"} else found


def _items(nodes: list[ast.expr], run: _Run) -> list[Any]:
    found: list[Any] = []
    for node in nodes:
        if isinstance(node, ast.Starred):
            found += run.tools.effort.carry(list(_value(node.value, run)))
        else:
            found.append(_value(node, run))
    return found


def _dictionary(node: ast.Dict, run: _Run) -> Any:
    if None in node.keys:
        raise TypeError("expected a key before each value")
    keys = [_value(key, run) for key in node.keys if key is not None]
    return dict(zip(keys, _items(node.values, run), strict=True))


def _subscript(node: ast.Subscript, run: _Run) -> Any:
    owner = _value(node.value, run)
    if not isinstance(owner, list | tuple | dict | str) and not _is_array(owner):
        raise TypeError("expected a list before [")
    if isinstance(node.slice, ast.Slice):
        bounds = (node.slice.lower, node.slice.upper, node.slice.step)
        sliced = slice(*(None if b is None else whole(_value(b, run)) for b in bounds))
        return run.tools.effort.carry(owner[sliced])
    key = _value(node.slice, run)
    return owner[key if isinstance(owner, dict) else whole(key)]


def _comprehension(node: Any, run: _Run) -> list[Any]:
    return [_value(node.elt, inner) for inner in _loops(node.generators, run)]


def _dict_comprehension(node: ast.DictComp, run: _Run) -> dict[Any, Any]:
    inner = _loops(node.generators, run)
    return {_value(node.key, each): _value(node.value, each) for each in inner}


def _loops(loops: list[ast.comprehension], run: _Run) -> Iterator[_Run]:
    if not loops:
        yield run
        return
    for item in _value(loops[0].iter, run):
        run.tools.effort.spend()
        inner = run.also(_bound(loops[0].target, item))
        if all(_value(test, inner) for test in loops[0].ifs):
            yield from _loops(loops[1:], inner)


def _bound(target: ast.expr, item: Any) -> dict[str, Any]:
    if isinstance(target, ast.Name):
        return {target.id: item}
    if not isinstance(target, ast.Tuple | ast.List):
        raise TypeError("expected a name after for")
    names: dict[str, Any] = {}
    for part, value in zip(target.elts, item, strict=True):
        names |= _bound(part, value)
    return names


def _is_array(value: Any) -> bool:
    return hasattr(value, "__array__")


_RULES: dict[type[ast.expr], Callable[[Any, _Run], Any]] = {
    ast.Constant: _constant,
    ast.Name: _name,
    ast.BinOp: _binary,
    ast.UnaryOp: _unary,
    ast.BoolOp: _both,
    ast.Compare: _compare,
    ast.IfExp: _either,
    ast.Call: _call,
    ast.List: lambda node, run: _items(node.elts, run),
    ast.Tuple: lambda node, run: tuple(_items(node.elts, run)),
    ast.Set: lambda node, run: set(_items(node.elts, run)),
    ast.Dict: _dictionary,
    ast.Subscript: _subscript,
    ast.ListComp: _comprehension,
    ast.GeneratorExp: _comprehension,
    ast.SetComp: lambda node, run: set(_comprehension(node, run)),
    ast.DictComp: _dict_comprehension,
}
