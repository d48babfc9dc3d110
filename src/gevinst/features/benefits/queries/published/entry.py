"""A published case under its address."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from gevinst.features.benefits.models import Publication
from gevinst.features.benefits.queries.published.worked_out import Known

SHIPPED = "shipped"
AUTHORITY = "authority"


@dataclass(frozen=True, slots=True)
class Published:
    """A published case under its address. `publication` is None for one that ships with the engine."""

    slug: str
    text: str
    known: Known
    publication: Publication | None = None

    @property
    def origin(self) -> str:
        """Where it comes from: `SHIPPED` or `AUTHORITY`."""
        return SHIPPED if self.publication is None else AUTHORITY

    @property
    def withdrawn(self) -> bool:
        """Whether its authority has taken it back."""
        return self.publication is not None and self.publication.withdrawn

    @property
    def at(self) -> datetime | None:
        """When it was published here; None for one that ships with the engine."""
        return None if self.publication is None else self.publication.at
