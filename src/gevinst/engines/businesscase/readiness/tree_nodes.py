"""The nodes of a benefit tree by kind, what an indicator measures, and the arrows between them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class Kind(StrEnum):
    """What a node is, in the order the arrows run."""

    PURPOSE = "purpose"
    CHANGE = "change"
    INTERMEDIATE = "intermediate"
    END = "end"
    INDICATOR = "indicator"


RANK: Final[Mapping[Kind, int]] = {kind: rank for rank, kind in enumerate(Kind)}


@dataclass(frozen=True, slots=True)
class Measure:
    """How an indicator is measured, decided before the start; "" is not decided."""

    unit: str = ""
    data_source: str = ""
    frequency: str = ""
    resources: str = ""
    ensured_by: str = ""


@dataclass(frozen=True, slots=True)
class Node:
    """A node of the tree; `owner` is a role, and only an indicator has a `measure`."""

    id: str
    kind: Kind
    title: str
    owner: str = ""
    measure: Measure | None = None


@dataclass(frozen=True, slots=True)
class Edge:
    """An arrow: `source` brings about `target`, or is measured by it."""

    source: str
    target: str
