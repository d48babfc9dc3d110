"""A family as a picture: boxes with their lines of text, and the roads between them."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from gevinst.engines.reuse.lineage import Measures, drawn
from gevinst.features.catalogue.models import Standing
from gevinst.features.catalogue.queries.reuse.kin import Kin, Kinship
from gevinst.shared.templatetags.gevinst import number

SIZES = Measures(width=200, height=104, between=62, gap=20, bend=10)
LETTERS = 26  # of the body text that fit into a box


@dataclass(frozen=True, slots=True)
class PictureBox:
    """A box at `x`, `y`; `kind` is measured, expected, plain or hidden; `lines` are (text, x, y, strong)."""

    x: int
    y: int
    kind: str
    current: bool
    process_id: int | None
    title: str
    lines: tuple[tuple[str, int, int, bool], ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """All that the SVG needs; sizes of a box, and the paths of the roads."""

    width: int
    height: int
    box_width: int
    box_height: int
    boxes: tuple[PictureBox, ...]
    roads: tuple[str, ...]
    order: tuple[int, ...]


def picture(kinship: Kinship, process_id: int) -> Picture:
    """The picture of a family, with the process asked about marked."""
    by_key = {node.key: node for node in kinship.nodes}
    drawing = drawn(list(by_key), kinship.links, SIZES)
    boxes = tuple(
        _box(by_key[box.key], box.x, box.y, box.key == process_id) for box in drawing.boxes
    )
    return Picture(
        drawing.width,
        drawing.height,
        SIZES.width,
        SIZES.height,
        boxes,
        tuple(road.path for road in drawing.roads),
        tuple(box.key for box in drawing.boxes),
    )


def effect_kind(standing: Standing | None) -> str:
    """Whether the effect is measured, only expected, or not known ("plain")."""
    if standing is not None and standing.hours_measured is not None:
        return "measured"
    return "expected" if standing is not None and standing.hours_expected else "plain"


def _box(kin: Kin, x: int, y: int, current: bool) -> PictureBox:
    if kin.process is None:
        text = hidden_words(kin.hidden)
        return PictureBox(x, y, "hidden", False, None, text, _lines(text.split(" ", 2), x, y))
    standing = getattr(kin.process, "standing", None)
    texts = [kin.process.authority.name, kin.process.title, _saved(kin), _effect(standing)]
    return PictureBox(
        x,
        y,
        effect_kind(standing),
        current,
        kin.process.pk,
        ", ".join(text for text in texts if text),
        _lines(texts, x, y, strong=True),
    )


def hidden_words(count: int) -> str:
    """So many processes that the reader may not read: no name, no authority."""
    return ngettext(
        "%(count)s process you may not read", "%(count)s processes you may not read", count
    ) % {"count": number(count)}


def _lines(
    texts: list[str], x: int, y: int, *, strong: bool = False
) -> tuple[tuple[str, int, int, bool], ...]:
    shown = [text for text in texts if text]
    top = y + (SIZES.height - 22 * len(shown)) // 2 + 16
    return tuple(
        (_short(text), x + 12, top + 22 * n, strong and n == 0) for n, text in enumerate(shown)
    )


def _short(text: str) -> str:
    return text if len(text) <= LETTERS else f"{text[: LETTERS - 1].rstrip()}…"


def _saved(kin: Kin) -> str:
    if kin.saved is None:
        return ""
    hours = number(abs(kin.saved))
    if kin.saved < 0:
        return _("Took %(hours)s hours more") % {"hours": hours}
    return _("Saved %(hours)s hours") % {"hours": hours}


def _effect(standing: Standing | None) -> str:
    kind = effect_kind(standing)
    if standing is None or kind == "plain":
        return ""
    if kind == "measured":
        return _("Measured: %(hours)s h/year") % {"hours": number(standing.hours_measured)}
    return _("Expected: %(hours)s h/year") % {"hours": number(standing.hours_expected)}
