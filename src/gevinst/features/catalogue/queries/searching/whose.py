"""What is a person's own in the catalogue, as terms of the index and as conditions of the database."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import Q

from gevinst.features.catalogue.models import CoEditor, Follow, Process
from gevinst.shared.actor import Actor, Right


def whose_terms(actor: Actor, choice: str) -> frozenset[str]:
    """The documents of a choice of `asked.WHOSE`."""
    if choice == "home":
        return frozenset(f"from:{pk}" for pk in actor.authorities(Right.READ))
    if choice == "mine":
        return _each("is", mine(actor))
    processes, authorities = followed(actor)
    return _each("is", processes) | _each("from", authorities)


def whose_rows(actor: Actor, choices: Iterable[str]) -> Q:
    """The processes of any of the choices."""
    rows = Q(pk__in=[])
    for choice in choices:
        if choice == "home":
            rows |= Q(authority_id__in=actor.authorities(Right.READ))
        elif choice == "mine":
            rows |= Q(pk__in=mine(actor))
        else:
            processes, authorities = followed(actor)
            rows |= Q(pk__in=processes) | Q(authority_id__in=authorities)
    return rows


def mine(actor: Actor) -> list[int]:
    """The processes that a person owns, is contact of, or edits with others."""
    if actor.user_id is None:
        return []
    held = Q(owner_id=actor.user_id) | Q(contact_id=actor.user_id)
    found = set(Process.objects.filter(held).values_list("pk", flat=True))
    return sorted(found | set(_edited(actor.user_id)))


def followed(actor: Actor) -> tuple[list[int], list[int]]:
    """The processes and the authorities that a person follows."""
    if actor.user_id is None:
        return [], []
    rows = Follow.objects.filter(user=actor.user_id).values_list("process_id", "authority_id")
    pairs = list(rows)
    return (
        [process_id for process_id, _ in pairs if process_id is not None],
        [authority_id for _, authority_id in pairs if authority_id is not None],
    )


def _edited(user_id: int) -> Iterable[int]:
    return CoEditor.objects.filter(user=user_id).values_list("process_id", flat=True)


def _each(kind: str, ids: Iterable[int]) -> frozenset[str]:
    return frozenset(f"{kind}:{pk}" for pk in ids)
