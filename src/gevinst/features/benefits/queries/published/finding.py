"""Published cases: those that ship with the engine and those that authorities have published."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from django.utils.translation import gettext_lazy as _

from gevinst.engines.businesscase.cases import shipped
from gevinst.features.benefits.models import Publication
from gevinst.features.benefits.queries.published.entry import Published
from gevinst.features.benefits.queries.published.wanted import PublishedWanted, asked_for, ordered
from gevinst.features.benefits.queries.published.worked_out import known, sound
from gevinst.shared.errors import DomainError

_NUMBERED = re.compile(r"^c\d+[a-z]?[_-]")


def published(wanted: PublishedWanted | None = None) -> list[Published]:
    """The published cases that are asked for, in the order asked for; withdrawn ones are left out."""
    wanted = wanted or PublishedWanted()
    found = [one for one in everything() if not one.withdrawn and asked_for(one, wanted)]
    return ordered(found, wanted.sort)


def everything() -> list[Published]:
    """Every published case: an authority's newest first, then the shipped ones in their order."""
    return [*_of_authorities(), *_of_engine()]


def published_case(slug: str) -> Published:
    """The case under an address, withdrawn or not. Raises `DomainError("not-found")`."""
    found = next((one for one in everything() if one.slug == slug), None)
    if found is None:
        raise DomainError("not-found", _("There is no published case with this address."))
    return found


def publication_of(case_id: int) -> Publication | None:
    """What holds of a stored case: its newest publication or withdrawal; None where it never was out."""
    return Publication.objects.filter(case_id=case_id).order_by("-pk").first()


def taken_slugs() -> Mapping[str, int | None]:
    """Every address that has been used, with the stored case that it belongs to; None for a shipped one."""
    stored = Publication.objects.values_list("slug", "case_id").distinct()
    return {**dict(stored), **{slug_of(name): None for name in shipped()}}


def slug_of(name: str) -> str:
    """The address of a shipped case by its id.

    >>> slug_of("c07b_hedensted_koersel")
    'hedensted-koersel'
    """
    return _NUMBERED.sub("", name).replace("_", "-")


def _of_engine() -> Iterable[Published]:
    for name, text in shipped().items():
        yield Published(slug_of(name), text, sound(text))


def _of_authorities() -> Iterable[Published]:
    """The newest row of each slug decides; a text that the engine no longer reads is left out."""
    rows = Publication.objects.order_by("slug", "-pk").distinct("slug")
    held = sorted(rows.select_related("case__authority", "version"), key=lambda row: -row.pk)
    for row in held:
        found = known(row.version.text)
        if found is not None:
            yield Published(row.slug, row.version.text, found, row)
