"""OS2autoproces' words for the catalogue's choices, as its API writes them."""

from __future__ import annotations

from collections.abc import Mapping

LEVELS: Mapping[str, str] = {
    "": "NOT_SET",
    "very_high": "VERY_HIGH",
    "high": "HIGH",
    "low": "LOW",
    "very_low": "VERY_LOW",
    "unknown": "UNKNOWN",
}
_PHASES = (
    "idea", "preanalysis", "specification", "development", "implementation", "operation",
    "decommissioned",
)  # fmt: skip
_DOMAINS = (
    "administration", "employment", "family", "education", "democracy", "environment", "social",
    "health", "sustainability", "hr", "it", "culture", "economy",
)  # fmt: skip
# By the catalogue's field. There is nothing wider there than all authorities.
WORDS: Mapping[str, Mapping[str, str]] = {
    "phase": {one: one.upper() for one in _PHASES},
    "status": {
        "not_rated": "NOT_RATED",
        "pending": "PENDING",
        "in_progress": "INPROGRESS",
        "failed": "FAILED",
        "rejected": "REJECTED",
        "not_relevant": "NOT_RELEVANT",
    },
    "kind": {"process": "CHILD", "umbrella": "PARENT"},
    "visibility": {
        "personal": "PERSONAL",
        "authority": "MUNICIPALITY",
        "all_authorities": "PUBLIC",
        "public": "PUBLIC",
    },
    "domains": {
        **{one: one.upper() for one in _DOMAINS},
        "business": "PROFESSION",
        "technical": "TECHNIQUE",
    },
    "run_period": {
        "": "NOT_CHOSEN_YET",
        "on_demand": "ONDEMAND",
        "once": "ONCE",
        "daily": "DAILY",
        "weekly": "WEEKLY",
        "monthly": "MONTHLY",
        # Spelled so in its code.
        "quarterly": "QUATERLY",
        "yearly": "YEARLY",
    },
}
