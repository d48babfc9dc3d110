"""What a list address asks for: `?q=…&myndighed=…&fase=…&omraade=…&byggeklods=…&sorter=…&side=…`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from django.http import HttpRequest

from gevinst.features.accounts import queries as accounts
from gevinst.features.catalogue.models import Domain, Phase
from gevinst.features.catalogue.queries import SORTS

if TYPE_CHECKING:
    from gevinst.features.accounts.models import Authority


class Asked(NamedTuple):
    """The criteria of an address; a value that makes no sense counts as not asked."""

    text: str
    authority: Authority | None
    phase: str
    domain: str
    block: str
    sort: str

    @property
    def criteria(self) -> dict[str, Any]:
        """As `queries.processes` takes them."""
        authority = self.authority.pk if self.authority else None
        return {
            "text": self.text,
            "authority": authority,
            "phase": self.phase,
            "domain": self.domain,
            "block": self.block,
        }


def asked(request: HttpRequest) -> Asked:
    """The criteria of the request."""
    given = request.GET
    code, phase, domain = given.get("myndighed"), given.get("fase", ""), given.get("omraade", "")
    sort = given.get("sorter", "")
    return Asked(
        text=given.get("q", "").replace("\0", "").strip()[:200],
        authority=accounts.authorities().filter(code=code).first() if code else None,
        phase=phase if phase in Phase.values else "",
        domain=domain if domain in Domain.values else "",
        block=given.get("byggeklods", "").replace("\0", "")[:80],
        sort=sort if sort in SORTS else "",
    )
