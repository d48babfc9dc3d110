"""Code lists as they are browsed: level by level, by words, and with the time that each code holds."""

from __future__ import annotations

from datetime import date

from django.db.models import Q, QuerySet
from django.utils import timezone

from gevinst.features.catalogue.models import Code


def codes(scheme: str, *, below: str = "", text: str = "", ended: bool = False) -> QuerySet[Code]:
    """The codes directly `below` one ("" is the top), or all that have the words of `text`.

    Those that no longer hold are left out unless `ended`.
    """
    found = Code.objects.filter(scheme=scheme)
    if text.strip():
        for word in text.split():
            found = found.filter(Q(code__startswith=word) | Q(title__icontains=word))
    else:
        found = found.filter(parent=below)
    return found if ended else found.filter(holding(timezone.localdate()))


def holding(on: date) -> Q:
    """The codes that hold on a day."""
    begun = Q(valid_from=None) | Q(valid_from__lte=on)
    return begun & (Q(valid_to=None) | Q(valid_to__gt=on))


def path(scheme: str, code: str) -> list[Code]:
    """The code and those above it, from the top down; those that are known."""
    parts = code.split(".")
    above = [".".join(parts[: n + 1]) for n in range(len(parts))]
    return list(Code.objects.filter(scheme=scheme, code__in=above).order_by("code"))


def titles(scheme: str, wanted: list[str]) -> dict[str, str]:
    """Code to title, of those that are known."""
    rows = Code.objects.filter(scheme=scheme, code__in=wanted)
    return dict(rows.values_list("code", "title"))


def sizes() -> dict[str, tuple[int, str]]:
    """How many codes of each scheme are known, and the version last taken in."""
    found: dict[str, tuple[int, str]] = {}
    for scheme in Code.Scheme.values:
        rows = Code.objects.filter(scheme=scheme)
        latest = rows.order_by("-version").values_list("version", flat=True).first() or ""
        found[scheme] = (rows.count(), latest)
    return found
