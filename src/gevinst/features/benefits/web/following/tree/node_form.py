"""The form of one node of the benefit tree."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from gevinst.engines.businesscase.readiness.tree_file import MEASURED_BY
from gevinst.engines.businesscase.readiness.tree_nodes import Kind, Node


class TellForm(forms.Form):
    """A node as it is told: an indicator with its measurement, an end benefit with what it stands for."""

    title = forms.CharField(label=gettext_lazy("Title"), max_length=200)
    owner = forms.CharField(
        label=gettext_lazy("Owner"), help_text=gettext_lazy("A role, not a name."), max_length=120,
        required=False,
    )  # fmt: skip
    unit = forms.CharField(label=gettext_lazy("Unit"), max_length=60, required=False)
    data_source = forms.CharField(label=gettext_lazy("Data source"), max_length=300, required=False)
    frequency = forms.CharField(
        label=gettext_lazy("How often it is measured"), max_length=120, required=False
    )
    resources = forms.CharField(
        label=gettext_lazy("Time and money for measuring"), max_length=200, required=False
    )
    ensured_by = forms.CharField(
        label=gettext_lazy("Who sees that it is measured"), max_length=120, required=False
    )
    lines = forms.MultipleChoiceField(
        label=gettext_lazy("Benefits of the case"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    register = forms.MultipleChoiceField(
        label=gettext_lazy("Benefits in the register"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(
        self,
        node: Node,
        choices: dict[str, list[tuple[str, str]]],
        data: Any = None,
        initial: Any = None,
    ) -> None:
        super().__init__(data, auto_id="tell-%s", initial=initial)
        if node.kind is not Kind.INDICATOR:
            for name in MEASURED_BY:
                del self.fields[name]
        for name, found in choices.items():
            field = self.fields[name]
            assert isinstance(field, forms.MultipleChoiceField)
            field.choices = found
            if node.kind is not Kind.END or not found:
                del self.fields[name]
