"""The benefit tree as a table: its cells with what they stand for, and what is wrong with it."""

from __future__ import annotations

from gevinst.engines.businesscase.readiness.tree import Tree
from gevinst.engines.businesscase.readiness.tree_checks import checks
from gevinst.engines.businesscase.readiness.tree_file import MEASURED_BY
from gevinst.engines.businesscase.readiness.tree_nodes import Node
from gevinst.features.benefits.queries.following.tree import PlantedTree
from gevinst.features.benefits.web.following.frame import Facts
from gevinst.features.benefits.web.following.tree.words import TREE_NOTES


def cell_told(held: PlantedTree, nodes: tuple[Node, ...]) -> list[Facts]:
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


def faults(tree: Tree) -> list[str]:
    """What is wrong, in words, with what it is about."""
    told = []
    for note in checks(tree):
        about = [str(note.facts[key]) for key in ("node", "source", "target") if key in note.facts]
        names = " → ".join(tree.by_id[one].title if one in tree.by_id else one for one in about)
        told.append(f"{names}: {TREE_NOTES[note.code]}")
    return told
