"""The SQL of a plan without the facts that can find nothing: no join, their answers said outright.

Most registers are empty most of the time, and one invoice has a row in few of them. Each join that is left
out saves its planning, which for a few subjects is nearly all the time there is.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

JOIN = re.compile(
    r'^(?P<in> +)LEFT OUTER JOIN \(\n(?P<body>(?:(?P=in)  .*\n)+)(?P=in)\) AS "(?P<alias>t\d+)"\n'
    r'(?P=in)  ON "t\d+"\."subject" = "(?P=alias)"\."subject"\n',
    re.MULTILINE,
)
TYPED = re.compile(
    r'^ +ELSE CAST\(NULL AS (.+)\)\n +END AS "((?:value\.|min_|max_|first_|last_).*)"', re.M
)
ALWAYS = {"nearest": "BIGINT", "matches": "INT"}


@lru_cache(maxsize=256)
def lean(sql: str, left_out: frozenset[int], facts: int) -> str:
    """The SQL of so many facts without those: the very same answers where they are silent.

    As it was where it does not look as our compiler writes it, or an answer's type is not told.
    """
    joins = list(JOIN.finditer(sql))
    if len(joins) != facts:
        return sql
    for join in [joins[place] for place in left_out]:
        sql = _without(sql, join["alias"], join[0], _types(join["body"]))
    return sql


def _without(sql: str, alias: str, join: str, types: Mapping[str, str]) -> str:
    rest = sql.replace(join, "", 1)
    asked = set(re.findall(rf'"{alias}"\."([^"]+)"', rest))
    if not asked <= types.keys():
        return sql
    return re.sub(rf'"{alias}"\."([^"]+)"', lambda found: f"CAST(NULL AS {types[found[1]]})", rest)


def _types(body: str) -> dict[str, str]:
    """What an answer that is unknown is an unknown of."""
    return {**ALWAYS, **{name: kind for kind, name in TYPED.findall(body)}}
