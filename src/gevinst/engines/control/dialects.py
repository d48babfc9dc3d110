"""An Ibis expression as SQL of DuckDB, PostgreSQL or Spark that gives the very same answers.

Ibis writes some things as they are called and not as they work: what a dialect does otherwise is put right.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

DIALECTS: Mapping[str, str] = {"duckdb": "duckdb", "postgres": "postgres", "spark": "pyspark"}
NUMBER = re.compile(r"\bCAST\(([\d.]+(?:E[+-]?\d+)?) AS DECIMAL\(18, 3\)\)")
LEAST_PRECISION, LEAST_SCALE = 18, 3
Node = Any


def written(expression: Any, dialect: str) -> str:
    """The SQL of `expression` in a dialect of `DIALECTS`."""
    import ibis
    from sqlglot import parse_one

    sql = str(ibis.to_sql(expression, dialect=DIALECTS[dialect]))
    if dialect == "duckdb":
        return NUMBER.sub(lambda found: f"CAST({_plain(found[1])} AS {_exactly(found[1])})", sql)
    return str(parse_one(sql, read=dialect).transform(REPAIRS[dialect]).sql(dialect, pretty=True))


def _exactly(number: str) -> str:
    """The type that holds a number with all its decimals: Ibis names one with three, or none at all."""
    whole, _, places = _plain(number).partition(".")
    scale = max(LEAST_SCALE, len(places))
    return f"DECIMAL({max(LEAST_PRECISION, len(whole) + scale)}, {scale})"


def _plain(number: str) -> str:
    """The number with all its digits and no exponent."""
    return f"{Decimal(number):f}"


def _postgres(node: Node) -> Node:
    """A truth as an ordinary number, as it cannot be cast to a small one; shifts of wide numbers."""
    from sqlglot import exp

    if isinstance(node, exp.Cast) and node.is_type("smallint"):
        node.set("to", exp.DataType.build("int"))
    return _common(node)


def _common(node: Node) -> Node:
    """A number as written is a narrow one, and would be shifted round; `x IN (…) = FALSE` needs brackets."""
    from sqlglot import exp

    if isinstance(node, exp.EQ) and isinstance(node.this, exp.Predicate):
        node.set("this", exp.paren(node.this))
    if isinstance(node, exp.BitwiseLeftShift | exp.BitwiseRightShift):
        node.set("this", _wide(node.this))
    return node


def _spark(node: Node) -> Node:
    """Shifts of wide numbers, numbers exact, days between dates without a detour, edits by bytes."""
    from sqlglot import exp

    if isinstance(node, exp.Cast) and node.is_type("decimal") and node.this.is_string:
        number = node.this.name
        return exp.cast(exp.Literal.string(_plain(number)), _exactly(number), dialect="spark")
    if isinstance(node, exp.DateDiff) and node.unit is not None:
        return _wide(
            exp.Anonymous(this="DATEDIFF", expressions=[_bare(node.this), _bare(node.expression)])
        )
    if isinstance(node, exp.Levenshtein):
        for side in ("this", "expression"):
            node.set(side, _bytes(node.args[side]))
        return node
    return _common(node)


def _bare(day: Node) -> Node:
    """The date itself: the parser wraps what it takes for a text."""
    from sqlglot import exp

    return day.this if isinstance(day, exp.TsOrDsToDate) else day


def _wide(number: Node) -> Node:
    from sqlglot import exp

    return exp.cast(number, "BIGINT")


def _bytes(text: Node) -> Node:
    """The text with a character for each byte of it: DuckDB counts edits of bytes."""
    from sqlglot import exp

    encoded = exp.Anonymous(this="ENCODE", expressions=[text, exp.Literal.string("UTF-8")])
    return exp.Anonymous(this="DECODE", expressions=[encoded, exp.Literal.string("ISO-8859-1")])


REPAIRS: Mapping[str, Callable[[Node], Node]] = {"postgres": _postgres, "spark": _spark}
