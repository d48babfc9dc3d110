"""The page of one node: its title, owner, measurement and links."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from gevinst.engines.businesscase.readiness.tree_file import MEASURED_BY
from gevinst.engines.businesscase.readiness.tree_nodes import Measure, Node
from gevinst.features.benefits.actions.following.tree import change_tree_node
from gevinst.features.benefits.models import BusinessCase
from gevinst.features.benefits.queries.following.tree import PlantedTree, linkable, planted
from gevinst.features.benefits.web.following.frame import Facts, done, frame, shown_again
from gevinst.features.benefits.web.following.tree.node_form import TellForm
from gevinst.features.benefits.web.following.tree.page import page
from gevinst.features.benefits.web.following.tree.words import KINDS
from gevinst.shared.actor import Actor
from gevinst.shared.errors import DomainError


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
