"""A rule's entry as the fields of a form, and the entry that comes back from them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

Entry = Mapping[str, Any]
MOST = 40
EMPTY = '""'
NEW_CASE = {"when": "", "outcome": "fail", "message": {"da": "", "en": ""}}
NEW_EXAMPLE = {"title": {"da": "", "en": ""}, "given": {}, "outcome": "ok"}
PLAIN = ("version", "valid_from", "valid_to", "owner", "legal_basis", "severity", "queue", "mode")
OPTIONAL = {"valid_to": "valid_from", "mode": "queue"}
USUAL = {"mode": "live"}


def posted(post: Mapping[str, str], before: Entry) -> dict[str, Any]:
    """The entry as the form has it; what the form does not show stays as it was."""
    given = {key: str(value).replace("\x00", "").strip() for key, value in post.items()}
    entry = dict(before)
    for key in PLAIN:
        if key in given:
            entry = _set(entry, key, given[key])
    entry["name"] = _pair(given, "name", before.get("name"))
    entry["unknown"] = _pair(given, "unknown", before.get("unknown"))
    cases, examples = listed(before, "cases"), listed(before, "examples")
    entry["cases"] = [_case(given, n, each) for n, each in enumerate(cases, start=1)]
    entry["examples"] = [_example(given, n, each) for n, each in enumerate(examples, start=1)]
    return entry


def listed(entry: Entry, key: str) -> list[dict[str, Any]]:
    """The entry's cases or examples, whatever else may stand there left out."""
    found = entry.get(key)
    return [each for each in found if isinstance(each, dict)] if isinstance(found, list) else []


def moved(entry: Entry, act: str) -> dict[str, Any]:
    """The entry after a button: `case-add`, `case-up-2`, `case-down-1`, `case-drop-3`, `example-…`.

    The last case is the one for all else: it stays the last.
    """
    kind, _dash, rest = act.partition("-")
    key = {"case": "cases", "example": "examples"}.get(kind)
    if key is None:
        return dict(entry)
    verb, _dash, number = rest.partition("-")
    rows, place = list(listed(entry, key)), int(number) - 1 if number.isdecimal() else -1
    movable = len(rows) - (1 if kind == "case" else 0)
    if verb == "add" and len(rows) < MOST:
        rows.insert(movable, NEW_CASE if kind == "case" else NEW_EXAMPLE)
    elif verb == "drop" and 0 <= place < movable:
        del rows[place]
    elif verb == "up" and 0 < place < movable:
        rows[place - 1], rows[place] = rows[place], rows[place - 1]
    elif verb == "down" and 0 <= place < movable - 1:
        rows[place + 1], rows[place] = rows[place], rows[place + 1]
    return {**entry, key: rows}


def field_id(path: tuple[str | int, ...]) -> str:
    """The form's field at a path in the entry: `("cases", 0, "message", "da")` is `case-1-da`."""
    parts: list[str | int] = [*path, ""]
    head, rest = parts[0], [*parts[1:], ""]
    if head in ("cases", "examples"):
        kind = str(head).removesuffix("s")
        if not isinstance(rest[0], int):
            return str(head)
        key, *inner = [str(each) for each in (*rest[1:], "")]
        if key == "given" and inner[0]:
            return f"{kind}-{rest[0] + 1}-given-{inner[0]}"
        if key in ("message", "title"):
            return f"{kind}-{rest[0] + 1}-{inner[0] or 'da'}"
        return f"{kind}-{rest[0] + 1}-{key or ('when' if kind == 'case' else 'outcome')}"
    return f"{head}-{rest[0] or 'da'}" if head in ("name", "unknown") else str(head)


def _set(entry: dict[str, Any], key: str, value: str) -> dict[str, Any]:
    """With the key's value; one that may be left out comes and goes."""
    if key not in OPTIONAL or key in entry:
        if key == "valid_to" and not value:
            return {name: each for name, each in entry.items() if name != key}
        return {**entry, key: value}
    if value in ("", USUAL.get(key)):
        return entry
    made: dict[str, Any] = {}
    for name, each in entry.items():
        made[name] = each
        if name == OPTIONAL[key]:
            made[key] = value
    return made


def _pair(given: Mapping[str, str], name: str, before: Any) -> dict[str, Any]:
    stood = before if isinstance(before, dict) else {}
    return {code: given.get(f"{name}-{code}", stood.get(code, "")) for code in ("da", "en")}


def _case(given: Mapping[str, str], number: int, before: Entry) -> dict[str, Any]:
    name = f"case-{number}"
    if f"{name}-outcome" not in given:
        return dict(before)
    opening = (
        {"otherwise": "true"}
        if "otherwise" in before
        else {"when": " ".join(given.get(f"{name}-when", "").split())}
    )
    outcome = given[f"{name}-outcome"]
    wait = {"wait": "true"} if given.get(f"{name}-wait") else {}
    message = {"message": _pair(given, name, before.get("message"))}
    return {**opening, "outcome": outcome, **wait, **message}


def _example(given: Mapping[str, str], number: int, before: Entry) -> dict[str, Any]:
    name = f"example-{number}"
    if f"{name}-outcome" not in given:
        return dict(before)
    stood = before.get("given") if isinstance(before.get("given"), dict) else {}
    values: dict[str, str | None] = {
        key: None for key, value in (stood or {}).items() if value is None
    }
    prefix = f"{name}-given-"
    for key in dict.fromkeys([*(prefix + each for each in stood or {}), *given]):
        if key.startswith(prefix) and given.get(key):
            values[key.removeprefix(prefix)] = "" if given[key] == EMPTY else given[key]
    case = given.get(f"{name}-case", "")
    title = {"title": _pair(given, name, before.get("title"))}
    return {
        **title,
        "given": values,
        "outcome": given[f"{name}-outcome"],
        **({"case": case} if case else {}),
    }
