"""The lineage of a process as a drawing from left to right."""

from gevinst.engines.reuse.lineage.drawing import Box, Drawing, Measures, Road, drawn
from gevinst.engines.reuse.lineage.layers import Link, layered, without_circles

__all__ = ["Box", "Drawing", "Link", "Measures", "Road", "drawn", "layered", "without_circles"]
