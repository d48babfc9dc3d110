"""The benefit tree of a business case: a drawing that is also a table, its checks, and plain forms."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from gevinst.engines.businesscase.readiness.drawing import tree_svg
from gevinst.engines.businesscase.readiness.tree import Tree
from gevinst.engines.businesscase.readiness.tree_checks import checks
from gevinst.engines.businesscase.readiness.tree_file import MEASURED_BY
from gevinst.engines.businesscase.readiness.tree_nodes import Kind, Measure, Node
from gevinst.engines.businesscase.readiness.tree_order import in_order
from gevinst.engines.businesscase.readiness.tree_table import path_count, rows
from gevinst.features.benefits.actions.tree import (
    add_tree_node,
    change_tree_node,
    connect_tree,
    disconnect_tree,
    remove_tree_node,
)
from gevinst.features.benefits.models import BusinessCase
from gevinst.features.benefits.queries.tree import PlantedTree, linkable, planted
from gevinst.features.benefits.web.benefit_tree_words import KINDS, TREE_NOTES, tree_words
from gevinst.features.benefits.web.fields import choice
from gevinst.features.benefits.web.readiness_frame import Facts, done, frame, shown_again
from gevinst.shared.actor import Actor
from gevinst.shared.errors import DomainError

LIMIT = 200


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


def named(tree: Tree) -> list[tuple[str, str]]:
    """Every node by kind and title, in order."""
    return [(node.id, f"{KINDS[node.kind.value]}: {node.title}") for node in in_order(tree)]


@require_GET
def show(request: HttpRequest, case_id: int) -> HttpResponse:
    """The tree."""
    return page(request, case_id)


def page(request: HttpRequest, case_id: int, **more: Any) -> HttpResponse:
    """The page, with forms as they were sent."""
    actor, case, facts = frame(request, case_id, "tree")
    held = planted(actor, case)
    tree = held.tree
    facts |= {
        "tree": tree,
        "wide": drawn(tree, narrow=False),
        "narrow": drawn(tree, narrow=True),
        "kinds": [KINDS[kind.value] for kind in Kind],
        "rows": [[_cell(held, row.of(kind)) for kind in Kind] for row in rows(tree, limit=LIMIT)],
        "more_rows": max(path_count(tree) - LIMIT, 0),
        "faults": _faults(tree),
        "dropped": held.dropped,
        "nodes": [(node, KINDS[node.kind.value]) for node in in_order(tree)],
        "edges": [
            (edge, tree.by_id[edge.source].title, tree.by_id[edge.target].title)
            for edge in tree.edges
            if edge.source in tree.by_id and edge.target in tree.by_id
        ],
        "node_form": NodeForm(tree),
        "arrow_form": ArrowForm(tree),
        **more,
    }
    return render(request, "benefits/tree.html", facts)


def drawn(tree: Tree, *, narrow: bool) -> SafeString:
    """The tree as a drawing for a wide or a narrow screen."""
    prefix = "tree-narrow" if narrow else "tree-wide"
    return mark_safe(tree_svg(tree, tree_words(), narrow=narrow, prefix=prefix))  # noqa: S308 - escaped there


@require_GET
def download(request: HttpRequest, case_id: int) -> HttpResponse:
    """The drawing as a file."""
    actor, case, _facts = frame(request, case_id, "tree")
    answer = HttpResponse(
        drawn(planted(actor, case).tree, narrow=False), content_type="image/svg+xml"
    )
    answer.headers["Content-Disposition"] = f'attachment; filename="{case.key}-gevinsttrae.svg"'
    return answer


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


@require_http_methods(["GET", "HEAD", "POST"])
def tell(request: HttpRequest, case_id: int, node_id: str) -> HttpResponse:
    """One node: its title, owner, measurement and links."""
    actor, case, facts = frame(request, case_id, "tree")
    held = planted(actor, case)
    node = held.tree.by_id.get(node_id)
    if node is None:
        raise DomainError("not-found", _("It is not in the tree any more."))
    choices = linkable(actor, case)
    form = TellForm(node, choices, request.POST or None, _told(held, node))
    facts |= {"node": node, "kind": KINDS[node.kind.value], "form": form}
    if request.method != "POST":
        return render(request, "benefits/tree_node.html", facts)
    if form.is_valid():
        try:
            _tell(case, node, form.cleaned_data, held, actor)
        except DomainError as fault:
            return shown_again(request, case_id, page, fault)
        return done(request, case, "case-tree", _("The node is saved."), "#ret")
    return render(request, "benefits/tree_node.html", facts, status=422)


def _tell(case: BusinessCase, node: Node, told: Facts, held: PlantedTree, actor: Actor) -> None:
    """Writes the node; links to what the actor cannot see stay."""
    links = held.links.get(node.id)
    kept = [one for one in (links.register if links else ()) if one not in held.register]
    change_tree_node(
        case=case,
        node=node.id,
        title=told["title"],
        owner=told["owner"],
        measure={name: told.get(name, "") for name in MEASURED_BY},
        lines=told.get("lines", ()),
        register=[*kept, *map(int, told.get("register", ()))],
        by=actor,
    )


def _told(held: PlantedTree, node: Node) -> Facts:
    measure, links = node.measure or Measure(), held.links.get(node.id)
    return {
        "title": node.title,
        "owner": node.owner,
        **{name: getattr(measure, name) for name in MEASURED_BY},
        "lines": list(links.lines) if links else [],
        "register": [str(one) for one in links.register] if links else [],
    }


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


def _cell(held: PlantedTree, nodes: tuple[Node, ...]) -> list[Facts]:
    """The nodes of one cell with what they are linked to."""
    found = []
    for node in nodes:
        links = held.links.get(node.id)
        found.append(
            {
                "node": node,
                "told": " · ".join(
                    getattr(node.measure, name)
                    for name in MEASURED_BY
                    if getattr(node.measure, name, "")
                ),
                "lines": [
                    held.lines[one] for one in (links.lines if links else ()) if one in held.lines
                ],
                "register": [
                    held.register[one]
                    for one in (links.register if links else ())
                    if one in held.register
                ],
            }
        )
    return found


def _faults(tree: Tree) -> list[str]:
    """What is wrong, in words, with what it is about."""
    told = []
    for note in checks(tree):
        about = [str(note.facts[key]) for key in ("node", "source", "target") if key in note.facts]
        names = " → ".join(tree.by_id[one].title if one in tree.by_id else one for one in about)
        told.append(f"{names}: {TREE_NOTES[note.code]}")
    return told
