"""Which key of publiccode.yml is which field of a process."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from gevinst.engines.exchange.processes.draft import Draft
from gevinst.engines.exchange.processes.lists import several
from gevinst.engines.exchange.publiccode.contacts import contact_address
from gevinst.engines.exchange.publiccode.dependencies import infrastructure
from gevinst.engines.exchange.publiccode.describing import take_description
from gevinst.engines.exchange.publiccode.vocabulary import LEFT, PHASES, SCOPES

Found = dict[str, Any]


def take(draft: Draft, found: Found) -> None:
    """Puts what the file says into the record; what has no field is remarked on."""
    for name, value in found.items():
        if name in TAKERS:
            TAKERS[name](draft, value)
        elif name not in LEFT and name not in JOINED:
            draft.remark(name, value, "unknown-field")
    take_description(draft, found)
    if text := infrastructure(found):
        draft.put("infrastructure", text, column="dependsOn")
    draft.put("visibility", "authority")


# Read together with others.
JOINED = frozenset({"name", "description", "dependsOn", "platforms"})


def _url(draft: Draft, value: Any) -> None:
    draft.put("repository_url", value, column="url")


def _landing(draft: Draft, value: Any) -> None:
    draft.put("links", [value] if value else [], column="landingURL")


def _phase(draft: Draft, value: Any) -> None:
    draft.put("phase", PHASES.get(str(value), value), column="developmentStatus")


def _categories(draft: Draft, value: Any) -> None:
    draft.put("search_words", ", ".join(str(one) for one in several(value)), column="categories")


def _audience(draft: Draft, value: Any) -> None:
    scopes = value.get("scope") if isinstance(value, dict) else None
    domains = []
    for scope in several(scopes):
        if str(scope) not in SCOPES:
            draft.remark("intendedAudience.scope", scope, "unknown-value")
        elif ours := SCOPES[str(scope)]:
            domains.append(ours)
    draft.put("domains", domains, column="intendedAudience.scope")


def _legal(draft: Draft, value: Any) -> None:
    legal = value if isinstance(value, dict) else {}
    draft.put("licence", legal.get("license"), column="legal.license")


def _maintenance(draft: Draft, value: Any) -> None:
    care = value if isinstance(value, dict) else {}
    contractors = [
        one.get("name") for one in several(care.get("contractors")) if isinstance(one, dict)
    ]
    if contractors:
        draft.put("vendor", contractors[0], column="maintenance.contractors")
    address, left = contact_address(care.get("contacts"))
    draft.put("contact_email", address, column="maintenance.contacts")
    if left:
        # How many, never who: they are people.
        draft.remark("maintenance.contacts", left, "not-carried")


def _languages(draft: Draft, value: Any) -> None:
    languages = value.get("availableLanguages") if isinstance(value, dict) else None
    text = ", ".join(str(one) for one in several(languages))
    draft.put("translations", text, column="localisation.availableLanguages")


def _users(draft: Draft, value: Any) -> None:
    users = "\n".join(f"* {one}" for one in several(value))
    draft.put("organisational_notes", f"Bruges af:\n{users}" if users else "", column="usedBy")


TAKERS: dict[str, Callable[[Draft, Any], None]] = {
    "url": _url,
    "landingURL": _landing,
    "developmentStatus": _phase,
    "categories": _categories,
    "intendedAudience": _audience,
    "legal": _legal,
    "maintenance": _maintenance,
    "localisation": _languages,
    "usedBy": _users,
}
