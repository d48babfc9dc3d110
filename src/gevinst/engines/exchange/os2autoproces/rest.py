"""Reads OS2autoproces' REST answers: HAL JSON in the projection "extended", as far as it was saved."""

from __future__ import annotations

import re
from typing import Any

from gevinst.engines.exchange.os2autoproces.defaults import settle
from gevinst.engines.exchange.os2autoproces.json_pages import items
from gevinst.engines.exchange.os2autoproces.names import FIELDS, FLAGS, LEFT, SOURCE
from gevinst.engines.exchange.processes import AuthorityName, Reading, Record
from gevinst.engines.exchange.processes.draft import Draft
from gevinst.engines.exchange.processes.lists import id_of
from gevinst.engines.exchange.processes.once import each_once
from gevinst.engines.exchange.processes.texts import one_line

_ADDRESS_OF = re.compile(r"/processes/(\d+)")


def read_rest(content: bytes) -> Reading:
    """The processes of the file. Raises `FileFault` when it is no JSON, or holds none.

    >>> read_rest(b'[{"id": 7, "title": "Post", "phase": "OPERATION"}]').records[0].phase
    'operation'
    """
    return Reading(each_once(_record(place, item) for place, item in items(content)))


def _record(place: str, item: Any) -> Record:
    draft = Draft(SOURCE, place)
    if not isinstance(item, dict):
        draft.remark("", item, "unreadable-record", "refused")
        return draft.record("-")
    cvr = one_line(str(item.get("cvr") or ""))
    draft.authority = AuthorityName(cvr, one_line(str(item.get("municipalityName") or "")))
    for name, raw in item.items():
        _take(draft, name, raw)
    settle(draft)
    return draft.record(_id(item))


def _take(draft: Draft, name: str, raw: Any) -> None:
    if name in FIELDS:
        draft.put(FIELDS[name], raw, column=name)
    elif name == "links":
        _links(draft, raw)
    elif name in FLAGS:
        if raw:
            draft.remark(name, raw, "not-carried")
    elif name not in LEFT and raw not in (None, "", [], {}):
        draft.remark(name, raw, "unknown-field")


def _links(draft: Draft, raw: Any) -> None:
    """Links that are marked as internal are for the own authority only."""
    links = raw if isinstance(raw, list) else []
    if raw and not isinstance(raw, list):
        draft.remark("links", raw, "wrong-type")
    hidden = [one for one in links if isinstance(one, dict) and one.get("internal")]
    draft.put("links", [one for one in links if one not in hidden], column="links")
    draft.put("internal_links", hidden, column="links")


def _id(item: dict[str, Any]) -> str:
    """The id that is stated, else the one in the process's own address."""
    if found := id_of(item.get("id")):
        return found
    links = item.get("_links")
    own = links.get("self") if isinstance(links, dict) else None
    address = own.get("href") if isinstance(own, dict) else own
    stated = _ADDRESS_OF.search(str(address or ""))
    return stated.group(1) if stated else ""
