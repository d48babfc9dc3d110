"""The description of the software: in Danish if there is one, else in English, else in what there is."""

from __future__ import annotations

from typing import Any

from gevinst.engines.exchange.processes.draft import Draft
from gevinst.engines.exchange.processes.lists import several

LANGUAGES = ("da", "da-DK", "en", "en-GB", "en-US")


def take_description(draft: Draft, found: dict[str, Any]) -> None:
    """Puts title, summary, description and documentation into the record."""
    texts = _chosen(found.get("description"))
    draft.put("title", texts.get("localisedName") or found.get("name"), column="name")
    summary = texts.get("shortDescription") or texts.get("genericName")
    draft.put("description", _long(texts), column="longDescription")
    draft.put("summary", summary, column="shortDescription")
    if address := texts.get("documentation"):
        draft.put("documentation_url", address, column="documentation")


def _chosen(described: Any) -> dict[str, Any]:
    if not isinstance(described, dict):
        return {}
    languages = [*LANGUAGES, *(name for name in described if name not in LANGUAGES)]
    texts = (described.get(name) for name in languages)
    return next((one for one in texts if isinstance(one, dict)), {})


def _long(texts: dict[str, Any]) -> str:
    features = "\n".join(f"* {one}" for one in several(texts.get("features"), "\n"))
    parts = (str(texts.get("longDescription") or "").strip(), features)
    return "\n\n".join(part for part in parts if part)
