"""The words of a drawn benefit tree, and the shapes it is drawn with in px."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from gevinst.engines.businesscase.readiness.tree_nodes import Edge, Kind, Node

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class TreeWords:
    """The words of a drawing in the reader's language; the defaults are English."""

    title: str = "Benefit tree"
    description: str = "The purpose leads by changes to benefits, and each end benefit is measured."
    kinds: Mapping[Kind, str] = field(
        default_factory=lambda: MappingProxyType(
            {
                Kind.PURPOSE: "Purpose",
                Kind.CHANGE: "Change",
                Kind.INTERMEDIATE: "Intermediate benefit",
                Kind.END: "End benefit",
                Kind.INDICATOR: "Indicator",
            }
        )
    )
    owner: str = "Owner"
    unit: str = "Unit"
    data_source: str = "Data source"
    # What a box says of a note about it, by the code of the note.
    lacks: Mapping[str, str] = field(
        default_factory=lambda: MappingProxyType(
            {
                "orphan": "No arrow",
                "end-without-indicator": "No indicator",
                "indicator-without-data-source": "No data source",
                "indicator-without-owner": "Nobody responsible",
                "measure-not-on-indicator": "Measured, but no indicator",
            }
        )
    )


@dataclass(frozen=True, slots=True)
class TextLine:
    """One line of text: its left end and its baseline; `style` is title, detail or lack."""

    x: float
    y: float
    text: str
    style: str


@dataclass(frozen=True, slots=True)
class Box:
    """A node and where it stands; `texts` are inside it."""

    node: Node
    x: float
    y: float
    width: float
    height: float
    texts: tuple[TextLine, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """An arrow as the points it runs through; `against` where it runs back or closes a ring."""

    edge: Edge
    points: tuple[Point, ...]
    against: bool


@dataclass(frozen=True, slots=True)
class Drawing:
    """A whole drawing; everything lies within `width` x `height`."""

    width: float
    height: float
    headings: tuple[TextLine, ...]
    boxes: tuple[Box, ...]
    lines: tuple[Line, ...]
