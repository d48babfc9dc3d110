"""An adoption held for change, by one who may change the process that adopts."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from gevinst.features.catalogue.models import Adoption
from gevinst.features.catalogue.permissions import require_may_change
from gevinst.features.catalogue.queries.reading import readable_ids
from gevinst.shared.actor import Actor
from gevinst.shared.errors import DomainError


def held(adoption_id: int, by: Actor) -> Adoption:
    """The adoption, locked until the transaction ends. Raises `DomainError` "not-found", "not-allowed"."""
    rows = Adoption.objects.select_for_update(of=("self",)).select_related("process", "source")
    found = rows.filter(process__in=readable_ids(by), pk=adoption_id)
    adoption = found.defer("process__search", "source__search").first()
    if adoption is None:
        raise DomainError("not-found", _("There is no such reuse."))
    require_may_change(by, adoption.process)
    return adoption
