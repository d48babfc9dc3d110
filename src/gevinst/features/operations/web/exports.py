"""Decisions as a file: chosen by robot, period and verdict, saved by those who operate the robot."""

from __future__ import annotations

import tempfile
from typing import BinaryIO, cast

from django import forms
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET

from gevinst.features.operations.decision_files import TYPES, WRITERS
from gevinst.features.operations.models import Decision, Robot
from gevinst.features.operations.queries.decision_rows import (
    Chosen,
    chosen_decisions,
    decision_rows,
)
from gevinst.features.operations.queries.scope import within
from gevinst.features.operations.web.payments import operator
from gevinst.shared.actor import Actor, Right

KINDS = [("xlsx", "Excel"), ("csv", "CSV"), ("parquet", "Parquet")]
IN_MEMORY = 8 * 1024 * 1024


class Choice(forms.Form):
    """Which decisions, and as what."""

    robot = forms.ModelChoiceField(Robot.objects.none(), required=False, label=_("Robot"))
    begin = forms.DateField(
        required=False, label=_("From"), widget=forms.DateInput({"type": "date"}, "%Y-%m-%d")
    )
    end = forms.DateField(
        required=False, label=_("To"), widget=forms.DateInput({"type": "date"}, "%Y-%m-%d")
    )
    verdict = forms.ChoiceField(
        choices=[("", _("All")), *Decision.Verdict.choices], required=False, label=_("Verdict")
    )
    format = forms.ChoiceField(choices=KINDS, label=_("File"), initial="xlsx")

    def __init__(self, actor: Actor, *args: object) -> None:
        super().__init__(*args)  # type: ignore[arg-type]
        field = cast("forms.ModelChoiceField[Robot]", self.fields["robot"])
        field.queryset = within(Robot.objects.all(), actor, Right.OPERATE)
        field.empty_label = str(_("All"))

    def clean(self) -> dict[str, object]:
        """The period ends after it begins."""
        typed = super().clean() or {}
        begin, end = typed.get("begin"), typed.get("end")
        if begin and end and begin > end:
            self.add_error("end", _("The period ends before it begins."))
        return typed

    def chosen(self) -> Chosen:
        """What was chosen."""
        typed = self.cleaned_data
        robot = typed["robot"]
        return Chosen(robot.pk if robot else None, typed["begin"], typed["end"], typed["verdict"])


@require_GET
def export(request: HttpRequest) -> HttpResponse | FileResponse:
    """The form; with `format` in the address the file itself."""
    actor = operator(request)
    if "format" not in request.GET:
        return render(request, "operations/export.html", {"form": Choice(actor)})
    form = Choice(actor, request.GET)
    if not form.is_valid():
        return render(request, "operations/export.html", {"form": form}, status=422)
    kind = form.cleaned_data["format"]
    rows = decision_rows(chosen_decisions(actor, form.chosen()))
    # On disk once it is large: what is sent never stands in memory whole.
    kept = tempfile.SpooledTemporaryFile(IN_MEMORY)  # noqa: SIM115 - the response closes it
    WRITERS[kind](rows, cast("BinaryIO", kept))
    kept.seek(0)
    name = f"afgoerelser-{timezone.localdate():%Y-%m-%d}.{kind}"
    return FileResponse(kept, as_attachment=True, filename=name, content_type=TYPES[kind])
