"""The fields of a process, in the groups that pages, the API and files show them in."""

from __future__ import annotations

LEVELS = (
    "level_professional", "level_change", "level_structured", "level_uniform", "level_digital",
    "level_quality", "level_speed", "level_routine", "level_return",
)  # fmt: skip
# The five of a quick share.
QUICK = ("title", "summary", "description", "technologies", "systems_used")
GROUPS: dict[str, tuple[str, ...]] = {
    "what": (
        "kind", "title", "summary", "description", "challenge", "solution", "search_words", "links",
    ),
    "where": ("phase", "status", "status_note", "visibility", "domains", "kle", "form", "kla", "units"),
    "systems": ("systems_today", "systems_used", "technologies", "vendor", "block_key"),
    "people": ("owner", "contact", "reporter", "contact_email", "other_contact_email"),
    "effort": (
        "occurrences", "minutes", "employees", "automatable", "development_hours", "effort_comment",
        "affects_citizens", "affects_companies",
    ),
    "suitability": LEVELS,
    "result": ("rating", "rating_comment", "run_period", "in_operation_since", "decommissioned_on"),
    "implementation": ("automation", "technical_notes", "organisational_notes"),
    "openness": (
        "repository_url", "licence", "infrastructure", "policies", "documentation",
        "documentation_url", "translations", "data_protection",
    ),
    "internal": ("internal_notes", "case_reference", "kl_id"),
}  # fmt: skip
# Read by the own authority only.
INTERNAL = frozenset({"internal_notes", "case_reference", "other_contact_email", "status_note"})
CHANGEABLE = frozenset(name for group in GROUPS.values() for name in group)
# Kept in tables of their own: lists of {"text", "url", "verified_on"}, and of users' ids.
RELATED = frozenset({"legal_clauses", "co_editors"})
# A copy in another authority starts without these.
NOT_COPIED = frozenset({
    "phase", "status", "status_note", "visibility", "rating", "rating_comment", "internal_notes",
    "case_reference", "kl_id", "owner", "contact", "reporter", "contact_email",
    "other_contact_email", "units", "in_operation_since", "decommissioned_on",
})  # fmt: skip
