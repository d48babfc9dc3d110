"""What the index keeps of a process: texts with their weights, facets, and numbers to sort by."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from gevinst.engines.retrieval.schema import Schema
from gevinst.features.catalogue.models import Process

# Columns of a process that any of its readers may see, with what their words weigh.
PLAIN: dict[str, float] = {
    "title": 4, "summary": 2, "search_words": 2, "challenge": 1, "solution": 1, "description": 1,
    "automation": 1, "technical_notes": 1, "organisational_notes": 1, "effort_comment": 1,
    "rating_comment": 1, "infrastructure": 1, "policies": 1, "documentation": 1, "translations": 1,
    "data_protection": 1, "vendor": 1, "licence": 1, "kl_id": 1, "contact_email": 1,
    "repository_url": 1, "documentation_url": 1,
}  # fmt: skip
# Columns for the own authority (`fields.INTERNAL`).
INTERNAL = ("internal_notes", "status_note", "case_reference", "other_contact_email")
# What hangs on a process, by name: what it is called where a hit says in what it was found.
RELATED = {
    "authority": _("authority"),
    "systems": _("IT systems"),
    "technologies": _("technologies"),
    "units": _("organisation units"),
    "codes": _("codes"),
    "law": _("legal clauses"),
    "blocks": _("building blocks"),
    "links": _("links"),
    "files": _("attachments"),
    "comments": _("comments"),
    "internal_files": _("internal attachments"),
    "internal_comments": _("internal comments"),
}
WEIGHTS: dict[str, float] = {
    **PLAIN, **dict.fromkeys(RELATED, 1), **dict.fromkeys(INTERNAL, 1), "systems": 2, "technologies": 2,
    "codes": 2,
}  # fmt: skip
# Codes count by level: most lists show the main groups alone, and there are thousands below them.
LEVELS = {"kle": ("kle", "kle2", "kle3"), "form": ("form", "form2", "form3")}
FACETS = (
    "phase", "authority", "domain", "technology", "system", "block", "effect", "hours", "ready",
    *LEVELS["kle"], *LEVELS["form"],
)  # fmt: skip
NUMBERS = ("changed", "effect", "adopters")
ORDERS = ("title",)
_COLUMNS = {column.name: column for column in Process._meta.concrete_fields}
SCHEMA = Schema(texts=WEIGHTS, numbers=NUMBERS, facets=FACETS, orders=ORDERS)


def label(text: str) -> str:
    """What a text of the index is called on a page."""
    if text in RELATED:
        return str(RELATED[text])
    return str(_COLUMNS[text].verbose_name)
