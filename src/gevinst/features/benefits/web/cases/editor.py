"""The editor of a business case: guided questions and full tables, saved as they are typed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from gevinst.engines.businesscase.casefile.document import CaseFault
from gevinst.engines.businesscase.casefile.write import dumps
from gevinst.features.benefits.actions import cases as actions
from gevinst.features.benefits.casework.guided import completed, moved
from gevinst.features.benefits.casework.models import CaseState
from gevinst.features.benefits.casework.paths import Data, plain
from gevinst.features.benefits.casework.permissions import require_may_start_case
from gevinst.features.benefits.models import BusinessCase
from gevinst.features.benefits.queries import cases as queries
from gevinst.features.benefits.queries.cases.results import evaluated
from gevinst.features.benefits.web.cases.fault_words import fault_words
from gevinst.features.benefits.web.cases.fields import (
    Fields,
    Section,
    all_fields,
    by_field,
    posted,
)
from gevinst.features.benefits.web.cases.questions import kept_risks, questions, with_risks
from gevinst.features.benefits.web.cases.rows import LABELS, NAMED, added, dropped, fitted
from gevinst.features.benefits.web.cases.shown import shown_case
from gevinst.features.benefits.web.cases.tables import TABLES
from gevinst.shared.actor import Actor
from gevinst.shared.errors import DomainError

FILE_BYTES = 2_000_000
GUIDED, YAML = "svar", "yaml"
TABS = {
    GUIDED: gettext_lazy("Questions"),
    "forudsaetninger": gettext_lazy("Assumptions"),
    "linjer": gettext_lazy("Costs and benefits"),
    "risici": gettext_lazy("Risks and quality"),
    "ramme": gettext_lazy("Frame and readings"),
    YAML: gettext_lazy("YAML"),
}

# Which tab shows what a part of the file says.
TAB_OF = {
    "assumptions": "forudsaetninger",
    **dict.fromkeys(("costs", "benefits"), "linjer"),
    **dict.fromkeys(("risks", "quality"), "risici"),
    **dict.fromkeys(("years", "operation_from", "parties", "perspective", "readings"), "ramme"),
}


@dataclass(frozen=True, slots=True)
class Draft:
    """A draft being written: the case, the tab, the text that stands in the page and its revision."""

    case: BusinessCase
    tab: str
    text: str
    revision: int
    conflict: DomainError | None = None
    saved: bool = False


@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: HttpRequest, case_id: int) -> HttpResponse:
    """The editor; what is sent is saved, unless somebody else saved in between."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    case = queries.case(actor, case_id)
    require_may_start_case(actor, case.authority_id)
    if case.state == CaseState.ARCHIVED:
        raise DomainError("wrong-state", _("The case is archived: open it again to write in it."))
    tab = request.GET.get("del", GUIDED)
    tab = tab if tab in TABS else GUIDED
    if plain(case.text) is None:
        tab = YAML
    if request.method == "POST":
        return _save(request, actor, case, tab)
    return _page(request, Draft(case, tab, case.text, case.revision))


def _save(request: HttpRequest, actor: Actor, case: BusinessCase, tab: str) -> HttpResponse:
    act = request.POST.get("act", "save")
    revision = _revision(request)
    base = queries.case_text_at(case, revision)
    text, anchor = _written(request, base, tab, act)
    if act == "copy":
        made = actions.copy_case(case=case, by=actor, authority_id=case.authority_id, text=text)
        return redirect("business-case-edit", made.pk)
    try:
        row = actions.save_case(case=case, text=text, revision=revision, by=actor)
    except DomainError as fault:
        if fault.code not in ("conflict", "invalid"):
            raise
        return _page(request, Draft(case, tab, text, revision, conflict=fault))
    if request.headers.get("HX-Request") and act == "save":
        return _page(request, Draft(row, tab, row.text, row.revision, saved=True))
    address = reverse("business-case-edit", args=[case.pk])
    return HttpResponseRedirect(f"{address}?del={tab}{anchor}")


def _revision(request: HttpRequest) -> int:
    stated = request.POST.get("revision", "")
    return int(stated) if stated.isdecimal() and len(stated) < 10 else 0  # noqa: PLR2004


def _written(request: HttpRequest, base: str, tab: str, act: str) -> tuple[str, str]:
    """The text that what was sent makes of `base`, and where in the page it leads to."""
    if tab == YAML:
        return _file(request) or request.POST.get("yaml", base), ""
    before = plain(base)
    if before is None:
        return base, ""
    given = _touched(request)
    data = _answered(before, tab, given)
    verb, _dash, target = act.partition("-")
    anchor = ""
    if verb == "add" and target in (*LABELS, *NAMED):
        data, place = added(data, target, request.POST.get(f"new-{target}", "").strip())
        anchor = f"#r-{place.replace('.', '-')}"
    elif verb == "drop":
        data, anchor = dropped(data, target), f"#{target.split('.')[0]}"
    return (dumps(data) if data != before else base), anchor


def _touched(request: HttpRequest) -> Mapping[str, str]:
    """What was typed: where the page says which fields were touched, those alone: others may be stale."""
    given: Mapping[str, str] = request.POST.dict()
    marker, _colon, names = given.get("changed", "").partition(":")
    if marker != "js":
        return given
    return {name: given[name] for name in names.split("\n") if name in given}


def _file(request: HttpRequest) -> str:
    """The text of the file that was sent; "" where there is none."""
    sent = request.FILES.get("file")
    return sent.read(FILE_BYTES + 1).decode("utf-8", "replace") if sent else ""


def _answered(before: Data, tab: str, given: Mapping[str, str]) -> Data:
    if tab == GUIDED:
        roomy = with_risks(before)
        data = posted(roomy, all_fields(questions(Fields(roomy))), given)
        data = moved(completed(kept_risks(data), before), before)
        return data if data["risks"] or "risks" in before else _without(data, "risks")
    return fitted(posted(before, all_fields(TABLES[tab](Fields(before))), given))


def _without(data: Data, key: str) -> Data:
    return {name: value for name, value in data.items() if name != key}


def _page(request: HttpRequest, draft: Draft) -> HttpResponse:
    facts = _shown(request, draft)
    if request.headers.get("HX-Request"):
        return render(request, "benefits/case_live.html", facts)
    status = 409 if draft.conflict else 200
    return render(request, "benefits/case_editor.html", facts, status=status)


def _shown(request: HttpRequest, draft: Draft) -> dict[str, Any]:
    """What the editor shows of a draft: the tab's fields with their faults, and the live result."""
    known = evaluated(draft.text)
    data = plain(draft.text)
    sections = _sections(draft.tab, data, {}) if data is not None else []
    errors = by_field(known.faults, [each.name for each in all_fields(sections)])
    if data is not None and errors:
        sections = _sections(draft.tab, data, errors)
    names = {each.name: each for each in all_fields(sections)}
    elsewhere = {f"line-{fault.line}": fault for fault in known.faults}
    listed = [(names.get(name), told, _place(elsewhere.get(name))) for name, told in errors.items()]
    open_comments = sum(1 for each in queries.case_comments(draft.case) if not each.resolved_at)
    return {
        "case": draft.case,
        "draft": draft,
        "tab": draft.tab,
        "tabs": TABS.items(),
        "sections": sections,
        "errors": listed,
        "lines": [(fault.line, fault_words(fault)) for fault in known.faults],
        "live": shown_case(draft.text, "", timezone.localdate()),
        "comments": open_comments,
        "stale": [
            each
            for each in all_fields(sections)
            if request.POST.get(each.name, each.value) != each.value and not draft.conflict
        ],
    }


def _place(fault: CaseFault | None) -> dict[str, Any]:
    """Where a fault of another tab is mended: the tab, the field there, and the line of the file."""
    if fault is None:
        return {}
    tab = TAB_OF.get(str(fault.path[0]), YAML) if fault.path else YAML
    field = "-".join(str(step) for step in fault.path) if tab != YAML else ""
    return {"tab": tab, "field": field, "line": fault.line, "words": TABS[tab]}


def _sections(tab: str, data: Data, errors: Mapping[str, str]) -> list[Section]:
    if tab == YAML:
        return []
    if tab == GUIDED:
        return questions(Fields(with_risks(data), errors))
    return TABLES[tab](Fields(data, errors))
