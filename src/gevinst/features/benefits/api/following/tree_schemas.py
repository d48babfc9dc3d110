"""How the benefit tree of a case looks in the API."""

from __future__ import annotations

from ninja import Schema

from gevinst.shared.paging import Masked


class NodeOut(Schema):
    """A node of the benefit tree; an indicator has a measurement, an end benefit links."""

    id: Masked
    kind: str
    title: Masked
    owner: Masked
    unit: Masked
    data_source: Masked
    frequency: Masked
    resources: Masked
    ensured_by: Masked
    lines: list[Masked]
    benefits: list[int]


class EdgeOut(Schema):
    """An arrow of the tree."""

    source: Masked
    target: Masked


class TreeNoteOut(Schema):
    """What is wrong with the tree: a stable code and the nodes it is about."""

    code: str
    nodes: list[Masked]


class TreeOut(Schema):
    """The benefit tree of a case."""

    nodes: list[NodeOut]
    edges: list[EdgeOut]
    notes: list[TreeNoteOut]
