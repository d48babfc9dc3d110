"""A saved search in the world of the tests."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from gevinst.features.catalogue.models import SavedSearch

if TYPE_CHECKING:
    from gevinst.features.accounts.models import User


def searched_at(insider: User, text: str) -> dict[str, Any]:
    """Parameters of addresses by their names."""
    saved = SavedSearch.objects.create(user=insider, label=text[:120], query="q=proces")
    return {"search_id": saved.pk}
