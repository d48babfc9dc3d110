"""Where the words of a search stand in what was found, as the reader may read it now."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from gevinst.engines.identifiers import mask_all
from gevinst.engines.retrieval.matched import fits
from gevinst.engines.retrieval.question import Word, understood
from gevinst.engines.retrieval.snippets import snippet
from gevinst.features.catalogue.indexing.gathered import gathered
from gevinst.features.catalogue.indexing.readers import outer_audience
from gevinst.features.catalogue.indexing.schema import PLAIN, label
from gevinst.features.catalogue.indexing.texts import Audience, texts
from gevinst.features.catalogue.models import Process
from gevinst.features.catalogue.permissions import internal_ids
from gevinst.features.catalogue.queries.searching.answer import Hit
from gevinst.shared.actor import Actor

# A text cut into pieces, each with whether it is marked.
Pieces = list[tuple[str, bool]]
HEADLINES = ("title", "summary")
WHOLE = 10_000


@dataclass(frozen=True, slots=True)
class Shown:
    """A hit as it is shown: title and summary with marks, and the place that says most, if elsewhere."""

    process: Process
    title: Pieces
    summary: Pieces
    where: str = ""
    passage: tuple[tuple[str, bool], ...] = ()


def shown(actor: Actor, hits: list[Hit], text: str) -> list[Shown]:
    """The hits with what was found in them; read again, so that nothing stands there by mistake."""
    found = [_in_columns(hit, text) for hit in hits]
    left = [each for each in found if each.left and not each.passage]
    read = _read(actor, [each.hit for each in left])
    return [each.shown(_elsewhere(each, text, read)) for each in found]


@dataclass(frozen=True, slots=True)
class _Found:
    """A hit, its marked headlines, the words that are not in them, and the passage of a column with some."""

    hit: Hit
    title: Pieces
    summary: Pieces
    left: tuple[Word, ...]
    where: str = ""
    passage: tuple[tuple[str, bool], ...] = ()

    def shown(self, passage: tuple[str, tuple[tuple[str, bool], ...]]) -> Shown:
        where, pieces = passage
        return Shown(self.hit.process, self.title, self.summary, where, pieces)


def _in_columns(hit: Hit, text: str) -> _Found:
    """What stands in the row itself, in columns that every reader of the process may read."""
    row = hit.process
    title, summary = snippet(row.title, text, WHOLE), snippet(row.summary, text, WHOLE)
    left = _left(understood(text).telling, [*title, *summary])
    for name in hit.matched:
        if left and name in PLAIN and name not in HEADLINES:
            passage = snippet(mask_all(getattr(row, name)), text)
            if len(_left(left, passage)) < len(left):
                return _Found(hit, title, summary, left, label(name), tuple(passage))
    return _Found(hit, title, summary, left)


def _elsewhere(
    found: _Found, text: str, read: Mapping[int, Mapping[str, str]]
) -> tuple[str, tuple[tuple[str, bool], ...]]:
    """The passage of a column, or else of what hangs on the process."""
    if found.passage or found.hit.process.pk not in read:
        return found.where, found.passage
    for name in found.hit.matched:
        passage = snippet(read[found.hit.process.pk].get(name, ""), text)
        if len(_left(found.left, passage)) < len(found.left):
            return label(name), tuple(passage)
    return "", ()


def _left(words: Sequence[Word], pieces: Iterable[tuple[str, bool]]) -> tuple[Word, ...]:
    """The words that no marked piece is."""
    marked = [piece for piece, is_marked in pieces if is_marked]
    return tuple(
        word for word in words if not any(fits(word.stem, word.spelled, one) for one in marked)
    )


def _read(actor: Actor, hits: list[Hit]) -> dict[int, dict[str, str]]:
    """Process id to texts, of those hits: as much of each as the reader may read."""
    if not hits:
        return {}
    ids = [hit.process.pk for hit in hits]
    inside = Process.objects.filter(internal_ids(actor), pk__in=ids).order_by()
    inner = set(inside.values_list("pk", flat=True))
    by, outer = gathered(ids), outer_audience(actor)
    return {row.pk: texts(row, by, Audience.INNER if row.pk in inner else outer) for row in by.rows}
