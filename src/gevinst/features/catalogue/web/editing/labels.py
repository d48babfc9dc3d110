"""What the form asks, in words: labels where the table's own are too short, and hints."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

LABELS = {
    "kind": _("What is it?"),
    "title": _("Title"),
    "summary": _("Short description"),
    "description": _("Description"),
    "challenge": _("What is the challenge?"),
    "solution": _("What is the solution?"),
    "phase": _("How far is it?"),
    "visibility": _("Who may read it?"),
    "domains": _("Fields"),
    "contact_email": _("Contact e-mail"),
    "contact": _("Contact person"),
    "automatable": _("Share that can be automated, per cent"),
    "minutes": _("Minutes each"),
    "development_hours": _("Expected hours of development"),
    "level_professional": _("How much professional assessment is needed?"),
    "level_change": _("How often does the process change?"),
    "level_structured": _("How structured is the input?"),
    "level_uniform": _("How uniform are the cases?"),
    "level_digital": _("How digital is the input?"),
    "level_quality": _("How much better would the quality be?"),
    "level_speed": _("How much faster would it be?"),
    "level_routine": _("How much routine work would go away?"),
    "level_return": _("How soon would it pay?"),
    "repository_url": _("Code repository"),
    "documentation_url": _("Address of the documentation"),
    "rating": _("How well did it go? (0-3)"),
}
HINTS = {
    "title": _("What is it about? At most 65 characters."),
    "summary": _("One sentence that a colleague elsewhere understands. At most 140 characters."),
    "kind": _("An umbrella holds several processes together."),
    "search_words": _("Other words that people search by."),
    "kle": _("Several codes with commas between, for example 00.32, 29.00."),
    "form": _("Several codes with commas between."),
    "kla": _("Several codes with commas between."),
    "contact_email": _("A shared mailbox rather than a person's: it is there when people move on."),
    "systems_today": _("The systems in which the work is done by hand."),
    "systems_used": _("One on each line. The names that others use are suggested."),
    "technologies": _("What it is built with, for example UiPath or Python."),
    "links": _("Addresses that anybody who reads the process may open."),
    "legal_clauses": _(
        "The law that the process rests on. You are reminded to verify it every year."
    ),
    "co_editors": _("E-mail addresses of people who may edit this too, also of other authorities."),
    "licence": _(
        "An SPDX identifier, for example EUPL-1.2. Without an open one nobody may reuse it."
    ),
    "infrastructure": _("Servers, licences and accounts that one needs to run it."),
    "policies": _("Agreements, delegations and guidelines that it takes."),
    "data_protection": _(
        "Which personal data, on what ground, kept for how long; impact assessment."
    ),
    "translations": _("Languages in which texts and documentation are there."),
    "minutes": _("Minutes that one case takes by hand."),
    "internal_notes": _("Never leaves your authority."),
    "case_reference": _("Never leaves your authority."),
    "status_note": _("Never leaves your authority."),
    "other_contact_email": _("Never leaves your authority."),
}
