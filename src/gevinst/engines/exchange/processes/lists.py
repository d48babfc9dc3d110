"""Several values in one: lists of names, codes, addresses, ids and people, as JSON or as one cell."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from gevinst.engines.exchange.processes.record import Person
from gevinst.engines.exchange.processes.texts import one_line

NAMED = ("name", "code", "url", "id", "title")
_CODE = re.compile(r"[\w.:-]+\Z")
_ADDRESS = re.compile(r"https?://[^\s<>\"]+\Z", re.I)


def several(raw: object, separators: str = ",;\n") -> Iterator[Any]:
    """The pieces of a list, or of a text that separates them; nothing for nothing.

    >>> list(several("a, b;c")), list(several(["a, b", None]))
    (['a', 'b', 'c'], ['a, b'])
    """
    if isinstance(raw, str):
        yield from (piece.strip() for piece in re.split(f"[{separators}]", raw) if piece.strip())
    elif isinstance(raw, Iterable) and not isinstance(raw, dict):
        yield from (piece for piece in raw if piece not in (None, ""))
    elif raw is not None:
        yield raw


def name_of(raw: object) -> str:
    """The name of an object of a list, or the text itself.

    >>> name_of({"id": 4, "name": "UiPath"}), name_of(" UiPath ")
    ('UiPath', 'UiPath')
    """
    if isinstance(raw, dict):
        raw = next((raw[key] for key in NAMED if raw.get(key) not in (None, "")), "")
    if isinstance(raw, (dict, list, tuple)):
        raise ValueError("wrong-type")
    return one_line(str(raw))


def code_of(raw: object) -> str:
    """A code of KLE, FORM or KLA. Raises ValueError("unknown-value").

    >>> code_of({"code": "27.36.04", "name": "Botilbud"}), code_of("27.36.04 Botilbud")
    ('27.36.04', '27.36.04')
    """
    text = name_of(raw if not isinstance(raw, dict) else raw.get("code") or raw)
    code = text.split(" ", 1)[0].rstrip(",;") if text else ""
    if not code or not _CODE.match(code) or not any(letter.isdigit() for letter in code):
        raise ValueError("unknown-value")
    return code


def address_of(raw: object) -> str:
    """An address of the web. Raises ValueError("not-an-address").

    >>> address_of({"url": "https://example.org/a"})
    'https://example.org/a'
    """
    text = name_of(raw if not isinstance(raw, dict) else raw.get("url") or "")
    if not _ADDRESS.match(text):
        raise ValueError("not-an-address")
    return text


def id_of(raw: object) -> str:
    """An id at the source: a number without decimals, or a text.

    >>> id_of(123.0), id_of(" A-7 "), id_of({"id": 9})
    ('123', 'A-7', '9')
    """
    if isinstance(raw, dict):
        raw = raw.get("id", "")
    if raw is None or isinstance(raw, bool):
        return ""
    if isinstance(raw, float) and raw.is_integer():
        raw = int(raw)
    return one_line(str(raw))


def person_of(raw: object) -> Person:
    """A person: an object with name and mail address, or whichever of the two a cell holds.

    >>> person_of("rpa@example.dk"), person_of({"name": "Drift", "email": None})
    (Person(name='', email='rpa@example.dk'), Person(name='Drift', email=''))
    """
    if isinstance(raw, dict):
        return Person(one_line(str(raw.get("name") or "")), one_line(str(raw.get("email") or "")))
    text = name_of(raw or "")
    return Person(email=text) if "@" in text and " " not in text else Person(name=text)
