"""The forms of conversation and moderation; what may be said is for the actions to judge."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from gevinst.features.catalogue.actions.talk import moderating, reporting, saying
from gevinst.features.catalogue.models import Report


def _words(rows: int, longest: int) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows, "maxlength": longest, "class": "g-wide"})


class SayForm(forms.Form):
    """A comment or, with `reply_to`, a reply; `internal` is offered to the own authority."""

    text = forms.CharField(
        label=_("Your comment"),
        widget=_words(4, saying.LONGEST),
        help_text=_("Everybody who may read the process sees it, with your name and authority."),
    )
    internal = forms.BooleanField(label=_("Only for my authority"), required=False)
    reply_to = forms.IntegerField(required=False, min_value=1, widget=forms.HiddenInput)


class EditForm(forms.Form):
    """The own comment in other words."""

    text = forms.CharField(label=_("Your comment"), widget=_words(6, saying.LONGEST))


class ReportForm(forms.Form):
    """Why something should not stand there."""

    reason = forms.ChoiceField(
        label=_("What is wrong with it?"), choices=Report.Reason.choices, widget=forms.RadioSelect
    )
    text = forms.CharField(
        label=_("Explain it to the moderator"),
        required=False,
        widget=_words(4, reporting.LONGEST),
        help_text=_("Do not repeat person numbers or what is confidential: say where it stands."),
    )


class DecisionForm(forms.Form):
    """What is to happen, and what to answer."""

    outcome = forms.ChoiceField(label=_("What is to happen?"), widget=forms.RadioSelect)
    answer = forms.CharField(
        label=_("Your answer"),
        widget=_words(4, moderating.LONGEST),
        help_text=_("Sent to those who reported it, and to who wrote it."),
    )

    def __init__(self, *args: object, about_comment: bool, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        outcome = Report.Outcome
        choices = [
            (outcome.KEPT, _("Leave it as it is")),
            (outcome.WITHHELD, _WITHHOLD_COMMENT if about_comment else _WITHHOLD_PROCESS),
        ]
        if about_comment:
            choices.append((outcome.DELETED, _("Delete it: its words are gone for good")))
        self.fields["outcome"].choices = choices  # type: ignore[attr-defined]


_WITHHOLD_COMMENT = _("Withhold it: only its author and moderators see it")
_WITHHOLD_PROCESS = _("Withhold it: other authorities do not see it")
