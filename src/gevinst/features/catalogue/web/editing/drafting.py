"""A form as a draft, and a draft as a form: what was typed, word for word, and what it rests on."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, QueryDict

from gevinst.features.catalogue.actions import drafts as keeping
from gevinst.features.catalogue.models import Draft
from gevinst.shared.actor import Actor

# Names of the page, not of the process.
OWN = frozenset({"csrfmiddlewaretoken", "base", "draft", "revision", "act", "form"})


LONGEST = 15  # digits of an id


def number(text: str | None) -> int:
    """A number of the page's own; 0 for what is none."""
    return int(text) if text and text.isdecimal() and len(text) <= LONGEST else 0


def typed(data: QueryDict) -> dict[str, list[str]]:
    """What a person typed, by name."""
    return {name: data.getlist(name) for name in data if name not in OWN}


def keep(request: HttpRequest, data: QueryDict, process_id: int | None) -> Draft:
    """Keeps what was sent as a draft. Raises `DomainError` as `actions.drafts.keep` does."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    return keeping.keep(
        by=actor,
        typed=typed(data),
        facts={"form": data.get("form", "full"), "base": number(data.get("base"))},
        process_id=process_id,
        draft_id=number(data.get("draft")) or None,
        revision=number(data.get("revision")),
    )


def as_sent(draft: Draft) -> QueryDict:
    """The draft as the browser sent it."""
    data = QueryDict(mutable=True)
    for name, values in draft.fields.get("typed", {}).items():
        data.setlist(name, values)
    return data


def initial(form: Any, draft: Draft | None) -> None:
    """Puts what the draft holds into the form, without asking whether it fits yet."""
    if draft is None:
        return
    data = as_sent(draft)
    for name, field in form.fields.items():
        if not field.widget.value_omitted_from_data(data, {}, name):
            form.initial[name] = field.widget.value_from_datadict(data, {}, name)


def page_facts(draft: Draft | None, data: QueryDict | None = None) -> dict[str, Any]:
    """What the page keeps of its draft: `draft` and `revision`, as sent or as kept."""
    if data is not None:
        known = {"draft": number(data.get("draft")), "revision": number(data.get("revision"))}
        return {**known, "kept": None}
    if draft is None:
        return {"draft": 0, "revision": 0, "kept": None}
    return {"draft": draft.pk, "revision": draft.fields.get("revision", 0), "kept": draft.at}
