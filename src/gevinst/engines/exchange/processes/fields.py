"""Of what sort each field of a record is, and how much it holds."""

from __future__ import annotations

from dataclasses import dataclass

from gevinst.engines.exchange.processes import choices

LEVELS = (
    "level_professional", "level_change", "level_structured", "level_uniform", "level_digital",
    "level_quality", "level_speed", "level_routine", "level_return",
)  # fmt: skip
LONG = 20_000
CODE = 12
KLA_CODE = 20
LABEL = 120


@dataclass(frozen=True, slots=True)
class Sort:
    """`kind` names how a value is read; `most` is how many characters (of each, in a list) fit."""

    kind: str
    most: int = 0
    words: choices.Choices | None = None


def _texts(kind: str, most: int, *names: str) -> dict[str, Sort]:
    return {name: Sort(kind, most) for name in names}


FIELDS: dict[str, Sort] = {
    **_texts("line", 64, "kl_id", "case_reference"),
    **_texts("line", 65, "title"),
    **_texts("line", 140, "summary"),
    **_texts("line", LABEL, "vendor"),
    **_texts("line", 60, "licence"),
    **_texts("line", 255, "legal_clause"),
    **_texts("line", 254, "other_contact", "contact_email"),
    **_texts("line", 500, "search_words"),
    **_texts("text", LONG, "status_note", "other_systems", "effort_comment"),
    **_texts(
        "html", LONG, "description", "challenge", "solution", "automation", "technical_notes",
        "organisational_notes", "internal_notes", "rating_comment", "infrastructure", "policies",
        "documentation", "translations", "data_protection",
    ),
    **_texts("address", 500, "repository_url", "documentation_url"),
    **_texts("addresses", 1024, "links", "internal_links"),
    **_texts("names", LABEL, "systems_today", "systems_used", "technologies", "units"),
    **_texts("codes", CODE, "kle", "form"),
    **_texts("codes", KLA_CODE, "kla"),
    **_texts("ids", 200, "parts", "part_of"),
    **_texts("whole", 0, "occurrences", "employees"),
    **_texts("amount", 0, "minutes", "development_hours"),
    **_texts("share", 0, "automatable"),
    **_texts("rating", 0, "rating"),
    **_texts("flag", 0, "affects_citizens", "affects_companies"),
    **_texts(
        "day", 0, "legal_clause_verified_on", "in_operation_since", "decommissioned_on",
        "created_on", "changed_on",
    ),
    **_texts("person", 0, "owner", "contact", "reporter"),
    **_texts("people", 0, "co_editors"),
    "kind": Sort("choice", words=choices.KINDS),
    "phase": Sort("choice", words=choices.PHASES),
    "status": Sort("choice", words=choices.STATUSES),
    "visibility": Sort("choice", words=choices.VISIBILITIES),
    "run_period": Sort("choice", words=choices.RUN_PERIODS),
    "domains": Sort("choices", words=choices.DOMAINS),
    **{name: Sort("choice", words=choices.LEVELS) for name in LEVELS},
}  # fmt: skip
