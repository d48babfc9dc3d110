"""The forms of the benefit tree: a new node, and an arrow."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from gevinst.engines.businesscase.readiness.tree import Tree
from gevinst.engines.businesscase.readiness.tree_nodes import Kind
from gevinst.engines.businesscase.readiness.tree_order import in_order
from gevinst.features.benefits.web.fields import choice
from gevinst.features.benefits.web.following.tree.words import KINDS


class NodeForm(forms.Form):
    """A new node, and the node that leads to it."""

    kind = choice(gettext_lazy("What is it?"), [(kind.value, KINDS[kind.value]) for kind in Kind])
    title = forms.CharField(label=gettext_lazy("Title"), max_length=200)
    after = choice(gettext_lazy("Which one leads to it?"), [], required=False)

    def __init__(self, tree: Tree, data: Any = None) -> None:
        super().__init__(data, auto_id="node-%s")
        field = self.fields["after"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", "–"), *named(tree)]


class ArrowForm(forms.Form):
    """An arrow from one node to another."""

    source = choice(gettext_lazy("From"), [])
    target = choice(gettext_lazy("To"), [])

    def __init__(self, tree: Tree, data: Any = None) -> None:
        super().__init__(data, auto_id="arrow-%s")
        for field in self.fields.values():
            assert isinstance(field, forms.ChoiceField)
            field.choices = [("", "–"), *named(tree)]


def named(tree: Tree) -> list[tuple[str, str]]:
    """Every node by kind and title, in order."""
    return [(node.id, f"{KINDS[node.kind.value]}: {node.title}") for node in in_order(tree)]
