"""Writes an invented catalogue as pages of OS2autoproces' REST API."""

from __future__ import annotations

import json
from collections.abc import Sequence

from gevinst.engines.exchange.sample.processes import Item

PAGE = 200
ROOT = "https://os2autoproces.example/api/processes"


def as_json(items: Sequence[Item]) -> bytes:
    """The pages of the answer one after the other, as somebody saves them: a list of HAL documents.

    >>> import json
    >>> [page["page"]["number"] for page in json.loads(as_json([{"id": 1, "children": []}]))]
    [0]
    """
    starts = range(0, len(items), PAGE)
    pages = [_page(items, number, start) for number, start in enumerate(starts)]
    return json.dumps(pages, ensure_ascii=False, separators=(",", ":")).encode()


def _page(items: Sequence[Item], number: int, start: int) -> dict[str, object]:
    return {
        "_embedded": {"processes": [_linked(item) for item in items[start : start + PAGE]]},
        "_links": {"self": {"href": f"{ROOT}?page={number}&size={PAGE}&projection=extended"}},
        "page": {
            "size": PAGE,
            "totalElements": len(items),
            "totalPages": -(-len(items) // PAGE),
            "number": number,
        },
    }


def _linked(item: Item) -> Item:
    """A process with its own address, its parts as the short objects that the API puts there."""
    parts = [{name: part[name] for name in ("id", "title", "type")} for part in item["children"]]
    return item | {"children": parts, "_links": {"self": {"href": f"{ROOT}/{item['id']}"}}}
