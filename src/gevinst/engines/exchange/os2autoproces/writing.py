"""Writes processes as OS2autoproces' API tells them: HAL JSON in the projection "extended".

Source: the public code of OS2autoproces (MPL-2.0); `names.FIELDS` says which field is which.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

from gevinst.engines.exchange.os2autoproces.names import FIELDS
from gevinst.engines.exchange.os2autoproces.words import LEVELS, WORDS

Item = dict[str, Any]
PEOPLE = ("owner", "contact", "reporter")


def written(record: Mapping[str, Any]) -> Item:
    """One process under OS2autoproces' names; what is not there is left out, null stays null.

    `record` has the names of the catalogue's fields; lists of codes become one text. Hours are truncated
    as they are there. What OS2autoproces has no field for is not carried.

    >>> written({"id": 7, "title": "Post", "phase": "operation", "automatable": Decimal("0.25")})
    {'id': 7, 'title': 'Post', 'phase': 'OPERATION', 'timeSpendPercentageDigital': 25}
    """
    item = {"id": record["id"]} if "id" in record else {}
    for theirs, ours in FIELDS.items():
        if ours in record and ours not in PEOPLE:
            item[theirs] = _value(ours, record[ours])
    item |= _authority(record) | _people(record) | _clause(record) | _rest(record)
    return item


def pages(records: Iterable[Mapping[str, Any]], address: str) -> Iterator[str]:
    """The pieces of one page of HAL JSON with every process, as they come.

    >>> "".join(pages([], "https://example.org/os2"))[:30]
    '{"_embedded":{"processes":[]},'
    """
    yield '{"_embedded":{"processes":['
    number = 0
    for number, record in enumerate(records, start=1):
        yield ("," if number > 1 else "") + _json(written(record))
    links = {"self": {"href": address}}
    page = {"size": number, "totalElements": number, "totalPages": 1, "number": 0}
    yield f']}},"_links":{_json(links)},"page":{_json(page)}}}'


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _value(name: str, value: Any) -> Any:
    if value is None:
        return None
    if name in WORDS:
        return [WORDS[name][each] for each in value] if name == "domains" else WORDS[name][value]
    if name.startswith("level_"):
        return LEVELS[value]
    if name == "automatable":
        return _number(Decimal(value) * 100)
    if name in _LISTS:
        return _LISTS[name](value)
    return _plain(value)


def _plain(value: Any) -> Any:
    if isinstance(value, Decimal):
        return _number(value)
    if isinstance(value, datetime):
        return value.strftime("%Y-%m-%dT%H:%M:%S.000%z")
    if isinstance(value, date):
        # Noon: the same day wherever it is read.
        return datetime.combine(value, time(12)).strftime("%Y-%m-%dT%H:%M:%S.000+0000")
    return value


def _number(value: Decimal) -> int | float:
    return int(value) if value == value.to_integral_value() else float(value)


def _codes(value: Iterable[str]) -> str:
    return ", ".join(value)


def _named(value: Iterable[Mapping[str, Any]]) -> list[Item]:
    return [
        {"id": each["id"], "name": each["label"]}
        | ({"vendor": each["vendor"]} if "vendor" in each else {})
        for each in value
    ]


def _relatives(value: Iterable[Mapping[str, Any]]) -> list[Item]:
    return [{"id": each["id"], "title": each["title"]} for each in value]


_LISTS: Mapping[str, Callable[[Any], Any]] = {
    **dict.fromkeys(("kle", "form", "kla"), _codes),
    **dict.fromkeys(("systems_today", "systems_used", "technologies", "units"), _named),
    **dict.fromkeys(("parts", "part_of"), _relatives),
}


def _authority(record: Mapping[str, Any]) -> Item:
    held = record.get("authority")
    return {"cvr": held.get("cvr", ""), "municipalityName": held["name"]} if held else {}


def _people(record: Mapping[str, Any]) -> Item:
    """People by their roles; the contact's address is the role's mailbox."""
    people = record.get("people")
    names = {each["role"]: each["name"] for each in people or ()}
    item: Item = {}
    if people is not None:
        item = {role: {"name": names[role]} if role in names else None for role in PEOPLE}
        editors = [each["name"] for each in people if each["role"] == "co_editor"]
        item["users"] = [{"name": name} for name in editors]
    if mailbox := record.get("contact_email"):
        item["contact"] = {"name": names.get("contact", ""), "email": mailbox}
    return item


def _clause(record: Mapping[str, Any]) -> Item:
    """Every clause in one text, verified when the one that waited longest was."""
    clauses = record.get("legal_clauses")
    if clauses is None:
        return {}
    days = [each["verified_on"] for each in clauses]
    verified = min(days) if days and None not in days else None
    return {
        "legalClause": "; ".join(each["text"] for each in clauses),
        "legalClauseLastVerified": _plain(verified),
    }


def _rest(record: Mapping[str, Any]) -> Item:
    item: Item = {}
    if "links" in record:
        item["links"] = [{"url": each["url"], "internal": False} for each in record["links"]]
    if record.get("other_contact_email"):
        item["otherContactEmail"] = record["other_contact_email"]
    if "created_at" in record:
        item["created"] = _plain(record["created_at"])
        item["lastChanged"] = _plain(record["changed_at"])
    if "parts" in record:
        item["childrenCount"] = len(record["parts"])
    if "standing" in record:
        item["timeSpendComputedTotal"] = int(record["standing"]["hours_expected"] or 0)
    return item
