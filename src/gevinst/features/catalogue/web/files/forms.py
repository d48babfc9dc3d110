"""The forms of files: what to attach, and what to say of a file that is there."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from gevinst.engines.filetext import ALLOWED
from gevinst.features.catalogue.actions.files.allowance import largest_mb

_DESCRIPTION = forms.TextInput(attrs={"class": "g-wide"})


class Several(forms.ClearableFileInput):
    """Lets several files be chosen at once."""

    allow_multiple_selected = True


class SeveralFiles(forms.FileField):
    """Cleans to a list of files."""

    def clean(self, data: Any, initial: Any = None) -> list[UploadedFile[Any]]:
        """Every file that was chosen. Raises `ValidationError` for none."""
        given = data if isinstance(data, list | tuple) else [data]
        return [
            one for each in given or [None] if (one := forms.FileField.clean(self, each, initial))
        ]


class AttachForm(forms.Form):
    """Files of the types that are kept; the description and the openness hold for all of them."""

    # Empty ones are refused by the action, with the others' reasons.
    documents = SeveralFiles(label=_("Files"), allow_empty_file=True, max_length=500)
    description = forms.CharField(
        label=_("What is it?"), max_length=200, required=False, widget=_DESCRIPTION
    )
    internal = forms.BooleanField(
        label=_("Only for my authority"),
        required=False,
        help_text=_("Otherwise everybody who may read the process may download it."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["documents"]
        field.widget = Several(attrs={"accept": ",".join(f".{ending}" for ending in ALLOWED)})
        field.help_text = _(
            "Documents, spreadsheets, presentations, PDF, text, pictures and zip files; at most %(limit)s MB"
            " each. No macros, no programs, no person numbers."
        ) % {"limit": largest_mb()}  # fmt: skip


class ChangeForm(forms.Form):
    """What is said of a file that is there."""

    description = forms.CharField(
        label=_("What is it?"), max_length=200, required=False, widget=_DESCRIPTION
    )
    internal = forms.BooleanField(label=_("Only for my authority"), required=False)
