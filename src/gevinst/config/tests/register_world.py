"""A system, a technology and an import of codes in the world of the tests."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from gevinst.features.catalogue.models import ImportRun, ItSystem, Technology

if TYPE_CHECKING:
    from gevinst.features.accounts.models import User


def registers_at(insider: User, text: str) -> dict[str, Any]:
    """Systems and technologies are everybody's; the import is `insider`'s own."""
    run = ImportRun.objects.create(
        source="kitos", filename=text[:200], by=insider, report={"counts": {"new": 1}, "new": []}
    )
    return {
        "system_id": ItSystem.objects.create(label="Et system").pk,
        "technology_id": Technology.objects.create(label="En teknologi").pk,
        "register_run_id": run.pk,
    }
