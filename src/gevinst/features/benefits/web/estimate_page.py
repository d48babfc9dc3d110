"""One assumption being estimated: choose a method, see what it gives, keep it or use it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from gevinst.engines.businesscase.casefile.write import dumps
from gevinst.engines.businesscase.model.assumption import Assumption
from gevinst.features.benefits import estimate_writing as writing
from gevinst.features.benefits.actions import cases as actions
from gevinst.features.benefits.casework.models import CaseState
from gevinst.features.benefits.casework.paths import Data, plain, value_at
from gevinst.features.benefits.casework.permissions import require_may_start_case
from gevinst.features.benefits.estimate_methods import (
    EXPERIENCE,
    MARKET,
    METHODS,
    PROJECTION,
    THREE_POINT,
    TRIANGULATION,
    Inputs,
    Worked,
    work_out,
)
from gevinst.features.benefits.models import BusinessCase
from gevinst.features.benefits.queries import cases as queries
from gevinst.features.benefits.queries import estimates
from gevinst.features.benefits.queries.estimate_comparables import matches
from gevinst.features.benefits.web import estimate_words as words
from gevinst.features.benefits.web.cases.choices import METHODS as METHOD_WORDS
from gevinst.features.benefits.web.cases.typed import shown_number
from gevinst.features.benefits.web.estimate_experience_form import ExperienceForm
from gevinst.features.benefits.web.estimate_forms import (
    EstimateForm,
    MarketForm,
    ProjectionForm,
    ThreePointForm,
    TriangulationForm,
)
from gevinst.features.benefits.web.estimate_shown import shown_result
from gevinst.features.benefits.web.estimate_typed import shown_history
from gevinst.shared.actor import Actor
from gevinst.shared.errors import DomainError
from gevinst.shared.templatetags.gevinst import day

FORMS: dict[str, type[EstimateForm]] = {
    PROJECTION: ProjectionForm,
    MARKET: MarketForm,
    THREE_POINT: ThreePointForm,
    TRIANGULATION: TriangulationForm,
    EXPERIENCE: ExperienceForm,
}


@dataclass(frozen=True, slots=True)
class Place:
    """Where one is: the case, its values, the assumption, and the method that is looked at."""

    actor: Actor
    case: BusinessCase
    data: Data
    name: str
    method: str

    @property
    def kept(self) -> dict[str, Inputs]:
        """The methods whose inputs are kept for the assumption."""
        return writing.kept_methods(self.data, self.name)

    @property
    def assumption(self) -> Assumption:
        """What is known of the assumption, also in a case with faults."""
        held = self.data["assumptions"][self.name]
        return Assumption(self.name, str(held.get("title") or ""), str(held.get("unit") or ""))


@require_http_methods(["GET", "HEAD", "POST"])
def estimate(request: HttpRequest, case_id: int, name: str) -> HttpResponse:
    """The form of a method, and what it gives; a post works it out, keeps it or uses it."""
    place = _place(request, case_id, name)
    if request.method == "POST":
        return _sent(request, place)
    form = _form(place, request)
    kept = place.kept.get(place.method)
    worked = _worked(place, dict(kept)) if kept else None
    return _page(request, place, form, worked)


def _place(request: HttpRequest, case_id: int, name: str) -> Place:
    actor: Actor = request.actor  # type: ignore[attr-defined]
    case = queries.case(actor, case_id)
    require_may_start_case(actor, case.authority_id)
    if case.state == CaseState.ARCHIVED:
        raise DomainError("wrong-state", _("The case is archived: open it again to write in it."))
    data = plain(case.text)
    if data is None:
        raise DomainError(
            "invalid", _("The case file cannot be read: mend it in the editor first.")
        )
    if not isinstance(value_at(data, ("assumptions", name)), dict):
        raise DomainError("not-found", _("There is no such assumption in the case."))
    asked = request.GET.get("metode", "")
    required = estimates.requirement(case.text, name, timezone.localdate())
    used = writing.used_method(data, name)
    wanted = [asked, used, required.method.replace("-", "_") if required else "", THREE_POINT]
    method = next(each for each in wanted if each in METHODS)
    return Place(actor, case, data, name, method)


def _form(place: Place, request: HttpRequest) -> EstimateForm:
    facts: dict[str, Any] = {"kept": place.kept, "years": _years(place.data)}
    if place.method == EXPERIENCE:
        own = str(place.data.get("id", ""))
        facts["matches"] = matches(place.actor, place.assumption, own)
        facts["initial"] = {"price_year": _price_year(place.data)}
        if place.kept.get(EXPERIENCE):
            del facts["initial"]
    if place.method == PROJECTION and request.method != "POST":
        facts["initial"] = _from_operation(place, request.GET.get("fra", ""))
    if request.method == "POST":
        facts["data"] = request.POST
    return FORMS[place.method](**facts)


def _from_operation(place: Place, what: str) -> dict[str, str]:
    """The process's own years as the history, where they are asked for."""
    if what not in estimates.COUNTS or place.case.process_id is None:
        return {}
    held = _own_years(place, what)
    origin = f"process:{place.case.process_id}:{what}"
    whole = {str(year): amount for year, amount in held.by_year.items()}
    return {"history": shown_history(whole), "origin": origin}


def _own_years(place: Place, what: str) -> estimates.OwnYears:
    process = place.case.process_id or 0
    return estimates.own_years(place.actor, process, what, timezone.localdate())


def _sent(request: HttpRequest, place: Place) -> HttpResponse:
    form, act = _form(place, request), request.POST.get("act", "work")
    if not form.is_valid():
        return _page(request, place, form, None, status=422)
    inputs = _honest(place, form.inputs())
    try:
        worked = _work_out(place, inputs)
    except (ValueError, ArithmeticError) as fault:
        form.add_error(None, _("This cannot be worked out: %(why)s") % {"why": fault})
        return _page(request, place, form, None, status=422)
    if act not in ("keep", "use"):
        return _page(request, place, form, worked)
    return _written(request, place, form, inputs, worked)


def _honest(place: Place, inputs: dict[str, Any]) -> dict[str, Any]:
    """The inputs; that years are from operation is said only of numbers that are still those."""
    kind, _colon, what = str(inputs.pop("origin", "")).rpartition(":")
    same = (
        kind == f"process:{place.case.process_id}"
        and what in estimates.COUNTS
        and _own_years(place, what).by_year
        == {int(year): amount for year, amount in inputs.get("history", {}).items()}
    )
    return {**inputs, "origin": f"{kind}:{what}"} if same else inputs


def _work_out(place: Place, inputs: Inputs) -> Worked:
    rates = estimates.rates_of(place.case.text)
    return work_out({**place.kept, place.method: inputs}, place.method, rates)


def _worked(place: Place, inputs: Inputs) -> Worked | None:
    """What kept inputs come to; None where somebody has made them unfit by hand."""
    try:
        return _work_out(place, inputs)
    except (ValueError, ArithmeticError, KeyError, TypeError, AttributeError):
        return None


def _written(
    request: HttpRequest, place: Place, form: EstimateForm, inputs: Inputs, worked: Worked
) -> HttpResponse:
    use, today = request.POST.get("act") == "use", timezone.localdate()
    said = writing.Statement(str(inputs["evidence"]), words.rests_on(inputs, worked), today)
    data = (
        writing.used(place.data, place.name, inputs, worked, said)
        if use
        else writing.kept(place.data, place.name, inputs, worked, today)
    )
    revision = request.POST.get("revision", "")
    try:
        actions.save_case(
            case=place.case,
            text=dumps(data),
            revision=int(revision) if revision.isdecimal() else 0,
            by=place.actor,
        )
    except DomainError as fault:
        if fault.code not in ("conflict", "invalid"):
            raise
        form.add_error(None, str(fault.message))
        return _page(request, place, form, worked, status=fault.status)
    text = (
        _("The estimate is used.")
        if use
        else _("The estimate is kept and can be weighed with others.")
    )
    messages.success(request, text)
    if use:
        return redirect("case-estimates", place.case.pk)
    address = reverse("case-estimate", args=[place.case.pk, place.name])
    return redirect(f"{address}?metode={place.method}")


def _page(
    request: HttpRequest, place: Place, form: EstimateForm, worked: Worked | None, status: int = 200
) -> HttpResponse:
    case, today = place.case, timezone.localdate()
    required = estimates.requirement(case.text, place.name, today)
    held = place.data["assumptions"][place.name]
    inputs = (
        form.inputs() if form.is_bound and form.is_valid() else place.kept.get(place.method, {})
    )
    facts = {
        "case": case,
        "name": place.name,
        "title": place.assumption.title or place.name,
        "unit": place.assumption.unit,
        "held": held,
        "by_hand": isinstance(held.get("formula"), str) or isinstance(held.get("by_year"), dict),
        "method": place.method,
        "method_words": words.METHODS[place.method],
        "about": words.ABOUT[place.method],
        "methods": [(key, word, key in place.kept) for key, word in words.METHODS.items()],
        "required": required,
        "required_words": words.family_words(required.method) if required else "",
        "form": form,
        "counts": list(words.COUNTS.items()) if case.process_id else [],
        "partial": _partial(place, request),
        "rows": form.rows if isinstance(form, ExperienceForm) else [],
        "now": shown_number(held.get("value")),
        "span": " – ".join(shown_number(held[end]) for end in ("low", "high") if end in held),
        "held_method": METHOD_WORDS.get(str(held.get("method") or ""), "")
        if held.get("method")
        else "",
        "rule": _rule(required),
        "asked_count": request.GET.get("fra", ""),
        "fetched": bool(form.initial.get("history")),
        "parts": form.parts if isinstance(form, TriangulationForm) else [],
        "others": _others(place),
        "worked": shown_result(worked, inputs, required, place.assumption) if worked else None,
    }
    return render(request, "benefits/estimate_page.html", facts, status=status)


def _partial(place: Place, request: HttpRequest) -> str:
    what = request.GET.get("fra", "")
    if what not in estimates.COUNTS or place.case.process_id is None:
        return ""
    return ", ".join(str(year) for year in _own_years(place, what).partial)


def _rule(required: estimates.Requirement | None) -> list[tuple[str, str]]:
    if required is None:
        return []
    return [(_("Source"), required.source), (_("Holds from"), day(required.since))]


def _others(place: Place) -> list[tuple[str, ...]]:
    """What each kept method comes to, for the table of a triangulation."""
    if place.method != TRIANGULATION:
        return []
    rates = estimates.rates_of(place.case.text)
    found: list[tuple[str, ...]] = []
    for name in place.kept:
        if name == TRIANGULATION or name not in METHODS:
            continue
        try:
            worked = work_out(place.kept, name, rates)
            three = (shown_number(each) for each in worked.three)
            found.append((str(words.METHODS[name]), *three, str(worked.estimate.n)))
        except (ValueError, ArithmeticError, KeyError, TypeError, AttributeError):
            continue
    return found


def _years(data: Data) -> tuple[int, int]:
    """The years of operation, to project."""
    first, last = value_at(data, ("operation_from",)), value_at(data, ("years", "to"))
    this = timezone.localdate().year
    start = first if isinstance(first, int) else this
    return start, last if isinstance(last, int) and last >= start else start


def _price_year(data: Data) -> int:
    stated = data.get("price_year") or value_at(data, ("years", "from"))
    return stated if isinstance(stated, int) else timezone.localdate().year
