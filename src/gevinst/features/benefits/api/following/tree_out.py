"""What the API tells of the benefit tree of a case."""

from __future__ import annotations

from typing import Any

from gevinst.engines.businesscase.notes import Note
from gevinst.engines.businesscase.readiness.tree_checks import checks
from gevinst.engines.businesscase.readiness.tree_file import Links
from gevinst.engines.businesscase.readiness.tree_nodes import Measure, Node
from gevinst.features.benefits.models import BusinessCase
from gevinst.features.benefits.queries.following.tree import PlantedTree, planted
from gevinst.shared.actor import Actor


def tree_out(caller: Actor, case: BusinessCase) -> dict[str, Any]:
    """The tree as `TreeOut`; benefits of the register as far as `caller` may read them."""
    held = planted(caller, case)
    return {
        "nodes": [_node(held, node) for node in held.tree.nodes],
        "edges": [{"source": one.source, "target": one.target} for one in held.tree.edges],
        "notes": [_note(note) for note in checks(held.tree)],
    }


def _node(held: PlantedTree, node: Node) -> dict[str, Any]:
    links, measure = held.links.get(node.id, Links()), node.measure or Measure()
    return {
        "id": node.id,
        "kind": node.kind,
        "title": node.title,
        "owner": node.owner,
        **{name: getattr(measure, name) for name in Measure.__dataclass_fields__},
        "lines": links.lines,
        "benefits": [one for one in links.register if one in held.register],
    }


def _note(note: Note) -> dict[str, Any]:
    about = [str(note.facts[key]) for key in ("node", "source", "target") if key in note.facts]
    return {"code": note.code, "nodes": about}
