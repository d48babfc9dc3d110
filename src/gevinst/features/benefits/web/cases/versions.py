"""The versions of a business case: one of them, and its file."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from gevinst.features.benefits.models import BusinessCase
from gevinst.features.benefits.queries import cases as queries
from gevinst.features.benefits.web.cases.results.shown import shown_case
from gevinst.features.benefits.web.cases.words.difference import told_difference
from gevinst.shared.actor import Actor


@require_GET
def version(request: HttpRequest, case_id: int, number: int) -> HttpResponse:
    """One version: its results, and what differs from another (`?mod=`, else the one before) or the draft."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    case = queries.case(actor, case_id)
    kept = queries.case_version(case, number)
    against = request.GET.get("mod", "")
    other = _other(case, number, against)
    today = timezone.localdate()
    facts = {
        "case": case,
        "kept": kept,
        "versions": queries.case_versions(case),
        "against": against,
        "other": other,
        "differs": told_difference(other[1], kept.text, today) if other else None,
        **shown_case(kept.text, "", today),
    }
    return render(request, "benefits/case_version.html", facts)


def _other(case: BusinessCase, number: int, against: str) -> tuple[str, str] | None:
    """Name and text of what a version is held against; None where there is nothing."""
    if against == "kladde":
        return _("the draft"), case.text
    wanted = int(against) if against.isdecimal() and len(against) < 9 else number - 1  # noqa: PLR2004
    found = queries.case_versions(case).filter(number=wanted).first()
    if found is None:
        return None
    return _("version %(n)s") % {"n": found.number}, found.text


@require_GET
def download(request: HttpRequest, case_id: int) -> HttpResponse:
    """The case file, or that of a version (`?version=`)."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    case = queries.case(actor, case_id)
    stated = request.GET.get("version", "")
    wanted = stated.isdecimal() and len(stated) < 9  # noqa: PLR2004
    text = queries.case_version(case, int(stated)).text if wanted else case.text
    answer = HttpResponse(text, content_type="application/yaml; charset=utf-8")
    answer.headers["Content-Disposition"] = f'attachment; filename="{case.key}.yaml"'
    return answer
