"""Reads saved answers of `GET /api/v2/it-systems` and `/api/v2/it-system-usages`, one page or several."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any
from uuid import UUID

from gevinst.engines.exchange.codes.values import code_of
from gevinst.engines.exchange.faults import PartFault, UnreadableFile
from gevinst.engines.exchange.kitos.record import KitosFile, KitosSystem, KitosUsage

Item = dict[str, Any]


def read_kitos(content: bytes) -> KitosFile:
    """The systems and usages of the file. Raises `UnreadableFile` when it is no JSON or holds neither.

    >>> read_kitos(b'[{"uuid": "6f4ac0c2-8f2b-4e3e-9b2e-1f6a2f3c4d5e", "name": "Opus"}]').systems[0].label
    'Opus'
    """
    systems: dict[UUID, KitosSystem] = {}
    usages: dict[UUID, KitosUsage] = {}
    remarks: list[tuple[str, str, str]] = []
    for place, item in _items(_parsed(content), ""):
        try:
            if "systemContext" in item:
                usage = _usage(item)
                usages[usage.uuid] = usage
            else:
                system = _system(item)
                systems[system.uuid] = system
        except PartFault as fault:
            remarks.append((place, fault.code, fault.value))
    if not systems and not usages and not remarks:
        told = "The file holds no IT systems: a list of objects with uuid and name."
        raise UnreadableFile("no-systems", told)
    return KitosFile(tuple(systems.values()), tuple(usages.values()), tuple(remarks))


def _parsed(content: bytes) -> Any:
    try:
        return json.loads(content.decode("utf-8-sig"))
    except (UnicodeDecodeError, RecursionError) as fault:
        raise UnreadableFile("not-utf8", "The file is not JSON in UTF-8.") from fault
    except json.JSONDecodeError as fault:
        told = f"The file is not JSON: line {fault.lineno}, column {fault.colno}."
        raise UnreadableFile("not-json", told, line=fault.lineno, column=fault.colno) from fault


def _items(found: Any, place: str) -> Iterator[tuple[str, Item]]:
    """Objects that state a uuid, in lists of pages and in wrappings, each with where it stood."""
    if isinstance(found, list):
        for number, each in enumerate(found, start=1):
            yield from _items(each, f"{place}[{number}]")
    elif isinstance(found, dict) and ("uuid" in found or "name" in found):
        yield place or "[1]", found
    elif isinstance(found, dict):
        for key, each in found.items():
            if isinstance(each, (list, dict)):
                yield from _items(each, f"{place}.{key}")


def _system(item: Item) -> KitosSystem:
    holder = item.get("rightsHolder")
    return KitosSystem(
        uuid=_uuid(item),
        label=_name(item),
        vendor=str(holder.get("name") or "").strip() if isinstance(holder, dict) else "",
        description=str(item.get("description") or "").strip(),
        kle=_numbers(item.get("kle") or item.get("KLE")),
        in_use=not item.get("deactivated", False),
    )


def _numbers(stated: Any) -> tuple[str, ...]:
    """The KLE numbers of a list of objects; KITOS gives each as the name beside a uuid."""
    listed = stated if isinstance(stated, list) else []
    named = (str(each.get("name") or "") for each in listed if isinstance(each, dict))
    found = (code_of(name.partition(" ")[0]) for name in named)
    return tuple(code for code in found if code)


def _usage(item: Item) -> KitosUsage:
    system, where = item["systemContext"], item.get("organizationContext")
    if not isinstance(system, dict) or not isinstance(where, dict):
        raise PartFault("bad-usage")
    general = item.get("general")
    validity = general.get("validity") if isinstance(general, dict) else None
    return KitosUsage(
        uuid=_uuid(item),
        system=_uuid(system),
        label=_name(system),
        cvr=str(where.get("cvr") or "").strip(),
        valid=bool(validity.get("valid", True)) if isinstance(validity, dict) else True,
    )


def _uuid(item: Item) -> UUID:
    stated = item.get("uuid")
    try:
        return UUID(str(stated))
    except ValueError as fault:
        raise PartFault("bad-uuid", str(stated)) from fault


def _name(item: Item) -> str:
    name = " ".join(str(item.get("name") or "").split())
    if not name:
        raise PartFault("no-name")
    return name
