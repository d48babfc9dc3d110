"""What a process page says of the lineage of its building block: what is its own, and what it shares."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import get_language

from gevinst.engines.blockkit import BlockNotFound, block
from gevinst.engines.blockkit.lineage import Lineage, Relative, lineage, relatives

WIDTH = 600


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the drawing: `kind` is own, piece or engine; `x` and `width` of `WIDTH`."""

    kind: str
    name: str
    lines: int
    x: int
    width: int


@dataclass(frozen=True, slots=True)
class LineagePanel:
    """`relatives` are the blocks that share pieces, each by its name and what it shares."""

    name: str
    version: str
    rules: int
    share: int
    own: int
    reused: int
    parts: list[Part]
    relatives: list[tuple[str, str, int, bool]]


def lineage_panel(key: str) -> LineagePanel | None:
    """The panel of a block; None when it is not installed here or shares nothing."""
    try:
        found, manifest = block(key), block(key).manifest
    except (BlockNotFound, ImportError):
        return None
    if not manifest.pieces:
        return None
    language, measured = get_language() or "da", lineage(key)
    return LineagePanel(
        name=manifest.name.in_language(language),
        version=manifest.version,
        rules=len(found.rule_texts),
        share=measured.share,
        own=measured.own,
        reused=measured.reused,
        parts=_parts(measured),
        relatives=[_relative(each, language) for each in relatives(key)],
    )


def _relative(each: Relative, language: str) -> tuple[str, str, int, bool]:
    manifest = each.manifest
    return manifest.name.in_language(language), manifest.version, len(each.pieces), each.ancestor


def _parts(measured: Lineage) -> list[Part]:
    """The block's own lines first, then its pieces, then the engines, drawn to scale."""
    named = [("own", "", measured.own)]
    named += [("piece", name.partition(":")[2], lines) for name, lines in measured.pieces.items()]
    named += [("engine", name, lines) for name, lines in measured.engines.items()]
    total, before, parts = measured.own + measured.reused, 0, []
    for kind, name, lines in named:
        start, end = WIDTH * before // total, WIDTH * (before + lines) // total
        parts.append(Part(kind, name, lines, start, max(end - start, 1)))
        before += lines
    return parts
