"""One benefit: what is expected and measured, the steps it took, and the next ones as forms."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from gevinst.engines.benefit import Grade, sample_note
from gevinst.engines.benefit.state_names import State
from gevinst.engines.benefit.states import moves_from
from gevinst.features.benefits import actions, permissions, queries
from gevinst.features.benefits.models import Benefit, BenefitStep
from gevinst.features.benefits.register_models import State as States
from gevinst.features.benefits.web.figures import month_name
from gevinst.features.benefits.web.register.forms import OwnerForm, StepForm, readable
from gevinst.features.benefits.web.register.listing import done
from gevinst.features.catalogue import queries as catalogue
from gevinst.shared import charts
from gevinst.shared.actor import Actor
from gevinst.shared.templatetags.gevinst import day, number

MEASURE = "maaling"
MEASURABLE = (State.ESTIMATED, State.MEASURED, State.REALISED, State.SUSTAINED)
ROAD: list[States] = [state for state in States if state != States.LAPSED]


@require_GET
def show(request: HttpRequest, pk: int) -> HttpResponse:
    """The page of a benefit."""
    return _page(request, queries.benefit(_actor(request), pk))


@require_http_methods(["GET", "HEAD", "POST"])
def move(request: HttpRequest, pk: int, target: str) -> HttpResponse:
    """Moves the benefit to `target`, or measures it; GET leads to its page."""
    actor = _actor(request)
    held = queries.benefit(actor, pk)
    back = redirect("benefit", pk)
    forms = _forms(held)
    if request.method != "POST":
        return back
    if target not in forms:
        messages.warning(request, _("The benefit cannot go there from where it is."))
        return back
    permissions.require_may_move(actor, held)
    form = _forms(held, target, request)[target]

    def step() -> BenefitStep:
        if target == MEASURE:
            return actions.measure(benefit_id=pk, given=form.given, by=actor)
        return actions.move(benefit_id=pk, target=target, given=form.given, by=actor)

    if made := done(form, step):
        told = {"state": made.get_target_display()}
        messages.success(request, _("The step is kept. The benefit is: %(state)s.") % told)
        return back
    return _page(request, held, opened=target, form=form)


@require_http_methods(["GET", "HEAD", "POST"])
def owner(request: HttpRequest, pk: int) -> HttpResponse:
    """Gives the benefit to a new owner; GET leads to its page."""
    actor = _actor(request)
    held = queries.benefit(actor, pk)
    if request.method != "POST":
        return redirect("benefit", pk)
    permissions.require_may_write(actor, held.authority_id)
    form = OwnerForm(held, request.POST)

    def give() -> Benefit:
        chosen = int(form.cleaned_data["owner"])
        return actions.hand_over(benefit_id=pk, owner_id=chosen, by=actor)

    if done(form, give):
        messages.success(request, _("The benefit has a new owner."))
        return redirect("benefit", pk)
    return _page(request, held, owner_form=form, form=form)


def _actor(request: HttpRequest) -> Actor:
    found: Actor = request.actor  # type: ignore[attr-defined]
    return found


def _forms(
    held: Benefit, asked: str = "", request: HttpRequest | None = None
) -> dict[str, StepForm]:
    """A form for each step that the benefit can take; the one `asked` for holds what was sent."""
    state = State(held.state)
    targets: dict[str, State] = {}
    if state in MEASURABLE:
        targets[MEASURE] = State.MEASURED if state is State.ESTIMATED else state
    skipped = {*targets.values()}
    targets |= {str(one): one for one in moves_from(state) if one not in skipped}
    return {
        name: StepForm(
            held,
            target,
            request.POST if request and name == asked else None,
            reads=name == MEASURE and readable(held),
        )
        for name, target in targets.items()
    }


def _page(request: HttpRequest, held: Benefit, **more: Any) -> HttpResponse:
    actor = _actor(request)
    opened, form = more.get("opened", ""), more.get("form")
    forms = _forms(held)
    if opened:
        forms[opened] = form  # type: ignore[assignment]
    steps = [
        (step, queries.standing_of(step, step.expected), _sample(step))
        for step in reversed(queries.steps(held))
    ]
    titles = catalogue.titles(actor, [held.process_id] if held.process_id else [])
    facts = {
        "benefit": held,
        "process_title": titles.get(held.process_id or 0, ""),
        "road": _road(held),
        "figures": _figures(held),
        "chart": _chart(held),
        "steps": steps,
        "forms": [(name, _asks(name), one, name == opened) for name, one in forms.items()],
        "owner_form": OwnerForm(held),
        "may_write": permissions.may_write(actor, held.authority_id),
        "may_move": permissions.may_move(actor, held),
        "due": held.next_measurement_on and held.next_measurement_on <= timezone.localdate(),
        **more,
    }
    status = 422 if form is not None and form.errors else 200
    return render(request, "benefits/benefit.html", facts, status=status)


def _asks(name: str) -> str:
    if name == MEASURE:
        return _("Write a measurement")
    if name == State.LAPSED:
        return _("Let it lapse")
    return _("Move to: %(state)s") % {"state": States(name).label}


def _road(held: Benefit) -> list[tuple[str, str]]:
    """The states as steps; a lapsed benefit stands nowhere on the road."""
    if held.state == States.LAPSED:
        return []
    place = ROAD.index(States(held.state))
    ahead = ["done"] * place + ["current"] + ["ahead"] * (len(ROAD) - place - 1)
    return [(str(state.label), where) for state, where in zip(ROAD, ahead, strict=True)]


def _figures(held: Benefit) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = [
        {
            "label": _("Expected a year"),
            "value": number(held.expected),
            "unit": held.unit_label,
            "kind": charts.EXPECTED,
        }
    ]
    told = queries.standing(held)
    if told is None:
        return found
    step = told.step
    source = [
        (_("Period"), f"{day(step.since)} – {day(step.until)}"),
        (_("Value of the period"), f"{number(step.value, 2)} {held.unit_label}"),
        (_("Grade of evidence"), step.get_grade_display()),
        (_("Rests on"), step.evidence),
        (_("Written by"), f"{step.by_name}, {day(step.on)}"),
    ]
    both: dict[str, Any] = {"kind": charts.MEASURED, "source": source}
    found.append(
        {
            "label": _("Measured a year"),
            "value": number(told.a_year),
            "unit": held.unit_label,
            **both,
        }
    )
    if told.rate is not None:
        share = number(told.rate * 100)
        found.append({"label": _("Of what was expected"), "value": share, "unit": "%", **both})
    return found


def _chart(held: Benefit) -> str:
    """Expected a year beside each measurement as a year's."""
    measured = [
        found
        for step in queries.steps(held)
        if step.target != States.ESTIMATED and (found := queries.standing_of(step, None))
    ]
    if not measured or held.expected is None:
        return ""
    first = (measured[0].step.since or held.created_at.date()) - timedelta(days=1)
    bars = [charts.Bar(_("expected"), held.expected, charts.EXPECTED, first)]
    for one in measured:
        until = one.step.until or one.step.on
        bars.append(charts.Bar(month_name(until), one.a_year, charts.MEASURED, until))
    return charts.columns(bars, title=_("Expected and measured a year"), unit=held.unit_label)


def _sample(step: BenefitStep) -> str:
    """What to say of the sample behind a measurement."""
    note = sample_note(Grade(step.grade), step.n) if step.grade else None
    words = {
        "sample-not-stated": _("The number of cases is not stated"),
        "single-case": _("One case only"),
        "small-sample": _("Small sample"),
    }
    return words[note.code] if note else ""
