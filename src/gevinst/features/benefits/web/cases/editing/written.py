"""The text that what was sent makes of a draft."""

from __future__ import annotations

from collections.abc import Mapping

from django.http import HttpRequest

from gevinst.engines.businesscase.casefile.write import dumps
from gevinst.features.benefits.casework.guided import completed, moved
from gevinst.features.benefits.casework.paths import Data, plain
from gevinst.features.benefits.web.cases.editing.draft import GUIDED, YAML
from gevinst.features.benefits.web.cases.editing.fields import Fields
from gevinst.features.benefits.web.cases.editing.posting import all_fields, posted
from gevinst.features.benefits.web.cases.editing.rows import LABELS, NAMED, added, dropped, fitted
from gevinst.features.benefits.web.cases.questions.asked import questions
from gevinst.features.benefits.web.cases.questions.risks import kept_risks, with_risks
from gevinst.features.benefits.web.cases.tables.by_tab import TABLES

FILE_BYTES = 2_000_000


def written(request: HttpRequest, base: str, tab: str, act: str) -> tuple[str, str]:
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
