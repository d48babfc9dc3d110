"""What the editor shows of a draft: fields with their faults, and the live result."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from gevinst.features.benefits.casework.paths import Data, plain
from gevinst.features.benefits.queries import cases as queries
from gevinst.features.benefits.queries.cases.results import evaluated
from gevinst.features.benefits.web.cases.editing.draft import GUIDED, TABS, YAML, Draft
from gevinst.features.benefits.web.cases.editing.fault_places import place_of
from gevinst.features.benefits.web.cases.editing.fields import Fields, Section
from gevinst.features.benefits.web.cases.editing.posting import all_fields, by_field
from gevinst.features.benefits.web.cases.questions.asked import questions
from gevinst.features.benefits.web.cases.questions.risks import with_risks
from gevinst.features.benefits.web.cases.results.shown import shown_case
from gevinst.features.benefits.web.cases.tables.by_tab import TABLES
from gevinst.features.benefits.web.cases.words.faults import fault_words


def page_of(request: HttpRequest, draft: Draft) -> HttpResponse:
    """The page, or only its live part where that was asked for."""
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
    listed = [
        (names.get(name), told, place_of(elsewhere.get(name))) for name, told in errors.items()
    ]
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


def _sections(tab: str, data: Data, errors: Mapping[str, str]) -> list[Section]:
    if tab == YAML:
        return []
    if tab == GUIDED:
        return questions(Fields(with_risks(data), errors))
    return TABLES[tab](Fields(data, errors))
