"""The page of the benefit tree: a drawing that is also a table, its checks, and plain forms."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from gevinst.engines.businesscase.readiness.tree_nodes import Kind
from gevinst.engines.businesscase.readiness.tree_order import in_order
from gevinst.engines.businesscase.readiness.tree_table import path_count, rows
from gevinst.features.benefits.queries.following.tree import planted
from gevinst.features.benefits.web.following.frame import frame
from gevinst.features.benefits.web.following.tree.drawing import drawn
from gevinst.features.benefits.web.following.tree.forms import ArrowForm, NodeForm
from gevinst.features.benefits.web.following.tree.table import cell_told, faults
from gevinst.features.benefits.web.following.tree.words import KINDS

LIMIT = 200


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
        "rows": [
            [cell_told(held, row.of(kind)) for kind in Kind] for row in rows(tree, limit=LIMIT)
        ],
        "more_rows": max(path_count(tree) - LIMIT, 0),
        "faults": faults(tree),
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
