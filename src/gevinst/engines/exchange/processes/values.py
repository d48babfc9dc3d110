"""One raw value of a file to the value that the field holds, with what had to be remarked on it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from gevinst.engines.exchange.processes import lists, numbers
from gevinst.engines.exchange.processes.choices import Choices, key
from gevinst.engines.exchange.processes.days import day
from gevinst.engines.exchange.processes.fields import Sort
from gevinst.engines.exchange.processes.remarks import shown
from gevinst.engines.exchange.processes.texts import from_html, one_line, plain

Doubts = list[tuple[str, str, str]]  # (value, what, done)
HIGHEST_RATING = 3


def value_of(sort: Sort, raw: object) -> tuple[Any, Doubts]:
    """The value, and what was not understood of it. Raises ValueError(what) when nothing was.

    >>> from gevinst.engines.exchange.processes.fields import FIELDS
    >>> value_of(FIELDS["phase"], "Drift"), value_of(FIELDS["domains"], "HR,Rumfart")
    (('operation', []), (('hr',), [('Rumfart', 'unknown-value', 'left-out')]))
    """
    if sort.kind in _SINGLE:
        return _SINGLE[sort.kind](raw), []
    if sort.kind in _TEXTS:
        return _text(sort, raw)
    if sort.words is None:
        return _list(sort, raw)
    return _choices(sort.words, raw) if sort.kind == "choices" else (_choice(sort.words, raw), [])


def _rating(raw: object) -> int | None:
    found = numbers.whole(raw)
    if found is not None and found > HIGHEST_RATING:
        raise ValueError("out-of-range")
    return found


def _address(raw: object) -> str:
    return lists.address_of(raw) if raw not in (None, "") and str(raw).strip() else ""


_SINGLE: dict[str, Callable[[Any], Any]] = {
    "whole": numbers.whole,
    "amount": numbers.amount,
    "share": numbers.share,
    "flag": numbers.flag,
    "day": day,
    "rating": _rating,
    "address": _address,
    "person": lists.person_of,
}
_TEXTS: dict[str, Callable[[str], str]] = {"line": one_line, "text": plain, "html": from_html}
_EACH: dict[str, Callable[[Any], Any]] = {
    "names": lists.name_of,
    "codes": lists.code_of,
    "addresses": lists.address_of,
    "ids": lists.id_of,
    "people": lists.person_of,
}
_BETWEEN = {"addresses": "\n ", "people": "\n;"}


def _text(sort: Sort, raw: object) -> tuple[str, Doubts]:
    if isinstance(raw, (dict, list, tuple)):
        raise ValueError("wrong-type")
    if isinstance(raw, float) and raw.is_integer():
        raw = int(raw)
    text = _TEXTS[sort.kind]("" if raw is None else str(raw))
    if len(text) <= sort.most:
        return text, []
    return text[: sort.most - 1].rstrip() + "…", [(shown(text), "too-long", "shortened")]


def _choice(words: Choices, raw: object) -> str:
    if raw is None or not key(raw):
        return ""
    found = words.known.get(key(raw))
    if found is None:
        raise ValueError("unknown-value")
    return found[0]


def _choices(words: Choices, raw: object) -> tuple[tuple[str, ...], Doubts]:
    """Words with a comma in them are looked for before the text is taken apart."""
    known, doubts = words.known, Doubts()
    found: list[str] = []
    if isinstance(raw, str):
        for written in words.with_comma:
            if written in raw:
                found += known[key(written)]
                raw = raw.replace(written, "")
    for piece in lists.several(raw):
        if ours := known.get(key(lists.name_of(piece))):
            found += ours
        else:
            doubts.append((shown(piece), "unknown-value", "left-out"))
    return tuple(dict.fromkeys(found)), doubts


def _list(sort: Sort, raw: object) -> tuple[tuple[Any, ...], Doubts]:
    found: list[Any] = []
    doubts = Doubts()
    for piece in lists.several(raw, _BETWEEN.get(sort.kind, ",;\n")):
        try:
            one = _EACH[sort.kind](piece)
        except ValueError as fault:
            doubts.append((shown(piece), str(fault), "left-out"))
            continue
        if isinstance(one, str) and len(one) > sort.most:
            doubts.append((shown(one), "too-long", "left-out"))
        elif one:
            found.append(one)
    return tuple(dict.fromkeys(found)), doubts
