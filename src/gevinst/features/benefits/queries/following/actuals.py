"""The actual amounts of a case, and the version that they are held against."""

from __future__ import annotations

from gevinst.features.benefits.models import BusinessCase, CaseActual, CaseBaseline, CaseVersion
from gevinst.features.benefits.queries.cases import case_versions

Known = dict[tuple[str, int], dict[str, CaseActual]]


def actuals_of(case: BusinessCase) -> Known:
    """The newest actual of each line, year and term."""
    found: Known = {}
    for one in CaseActual.objects.filter(case=case).order_by("pk"):
        found.setdefault((one.line, one.year), {})[one.term] = one
    return found


def actual_history(case: BusinessCase) -> list[CaseActual]:
    """Every actual ever written, newest first."""
    return list(CaseActual.objects.filter(case=case).order_by("-pk"))


def baselines_of(case: BusinessCase) -> list[CaseBaseline]:
    """Each change of what the case is held against, oldest first."""
    found = CaseBaseline.objects.filter(case=case).order_by("pk")
    return list(found.select_related("version", "original"))


def held_versions(case: BusinessCase) -> tuple[CaseVersion | None, CaseVersion | None]:
    """The version that the case is held against, and the original: the first one that was approved."""
    changed = baselines_of(case)
    if changed:
        return changed[-1].version, changed[0].original
    first = case_versions(case).filter(approved_at__isnull=False).order_by("number").first()
    return first, first
