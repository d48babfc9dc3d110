"""Nodes and arrows added to the benefit tree and taken away."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from gevinst.features.benefits.actions.following.tree import (
    add_tree_node,
    connect_tree,
    disconnect_tree,
    remove_tree_node,
)
from gevinst.features.benefits.queries.following.tree import planted
from gevinst.features.benefits.web.following.frame import done, frame, shown_again
from gevinst.features.benefits.web.following.tree.forms import ArrowForm, NodeForm
from gevinst.features.benefits.web.following.tree.page import page
from gevinst.shared.errors import DomainError


@require_POST
def add(request: HttpRequest, case_id: int) -> HttpResponse:
    """A node more."""
    actor, case, _facts = frame(request, case_id, "tree")
    form = NodeForm(planted(actor, case).tree, request.POST)
    if not form.is_valid():
        return _again(request, case_id, node_form=form)
    try:
        add_tree_node(case=case, by=actor, **form.cleaned_data)
    except DomainError as fault:
        return _refused(request, case_id, fault, form, "node_form")
    return done(request, case, "case-tree", _("It is in the tree now."), "#ret")


@require_POST
def connect(request: HttpRequest, case_id: int) -> HttpResponse:
    """An arrow more."""
    actor, case, _facts = frame(request, case_id, "tree")
    form = ArrowForm(planted(actor, case).tree, request.POST)
    if not form.is_valid():
        return _again(request, case_id, arrow_form=form)
    try:
        connect_tree(case=case, by=actor, **form.cleaned_data)
    except DomainError as fault:
        return _refused(request, case_id, fault, form, "arrow_form")
    return done(request, case, "case-tree", _("The arrow is in the tree now."), "#ret")


@require_POST
def remove(request: HttpRequest, case_id: int) -> HttpResponse:
    """A node or an arrow less."""
    actor, case, _facts = frame(request, case_id, "tree")
    told = request.POST
    try:
        if told.get("node"):
            remove_tree_node(case=case, node=told["node"], by=actor)
        else:
            disconnect_tree(
                case=case, source=told.get("source", ""), target=told.get("target", ""), by=actor
            )
    except DomainError as fault:
        return shown_again(request, case_id, page, fault)
    return done(request, case, "case-tree", _("It is taken out of the tree."), "#ret")


def _again(request: HttpRequest, case_id: int, **forms_sent: Any) -> HttpResponse:
    answer = page(request, case_id, form=next(iter(forms_sent.values())), **forms_sent)
    answer.status_code = 422
    return answer


def _refused(
    request: HttpRequest, case_id: int, fault: DomainError, form: forms.Form, name: str
) -> HttpResponse:
    field = fault.facts.get("field")
    form.add_error(field if field in form.fields else None, str(fault))
    return shown_again(request, case_id, page, fault, **{name: form, "form": form})
