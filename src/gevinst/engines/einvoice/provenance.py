"""Where each field was read from, and which elements no field read: worked out from the bytes when asked for.

Reading keeps only the bytes; the same tree of fields is walked again, slowly, with positions.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from lxml.etree import _Element

from gevinst.engines.einvoice.fields import DOCUMENTS
from gevinst.engines.einvoice.guard import open_document
from gevinst.engines.einvoice.tree import ATTR, MANY, NEST, PART, TYPED, Tree

Places = dict[str, str]
# A part with `paths` of its own; the fields of other parts are named in the part above them.
OWN_PATHS = ("lines", "payments", "totals", "supplier", "customer", "payee")


class Provenance:
    """The XPaths of one document, by part (`""`, `lines[2]`, `supplier[1]`, …)."""

    __slots__ = ("_content", "_places", "_unread")

    def __init__(self, content: bytes) -> None:
        self._content = content
        self._places: dict[str, Places] | None = None
        self._unread: tuple[str, ...] = ()

    def paths(self, part: str) -> Places:
        """Field name to XPath for one part."""
        return self._walked().get(part, {})

    def unread(self) -> tuple[str, ...]:
        """The XPaths of elements that hold text and that no field read, in document order."""
        self._walked()
        return self._unread

    def _walked(self) -> dict[str, Places]:
        if self._places is None:
            root, kind = open_document(self._content)
            survey = Survey()
            survey.walk(root, DOCUMENTS[kind], "/" + _local(root), "")
            self._places, self._unread = survey.finished(), tuple(survey.unread)
        return self._places


class Survey:
    """One slow walk with positions; the first element with content wins, as in the fast walk."""

    def __init__(self) -> None:
        self.places: dict[str, Places] = defaultdict(dict)
        self.unread: list[str] = []
        self.counts: Counter[str] = Counter()

    def walk(self, element: _Element, tree: Tree, path: str, owner: str, prefix: str = "") -> None:
        """Note each element below `element`; `prefix` is the part within `owner` that is being read."""
        for child, where in placed(element, path):
            entry = tree.get(child.tag)
            if entry is None:
                self.unread += texts(child, where)
            elif entry.kind == NEST:
                self.walk(child, entry.extra, where, owner, prefix)
            elif entry.kind == PART:
                self._part(child, entry, where, owner, prefix)
            elif child.text and child.text.strip():
                self._leaf(entry, where, owner, prefix)

    def _part(self, child, entry, where, owner, prefix) -> None:
        name = f"{owner}/{prefix}{entry.field}"
        self.counts[name] += 1
        numbered = f"{entry.field}[{self.counts[name]}]"
        if entry.field in OWN_PATHS and not owner:
            self.walk(child, entry.extra, where, numbered)
        else:
            self.walk(child, entry.extra, where, owner, f"{prefix}{numbered}.")

    def _leaf(self, entry, where, owner, prefix) -> None:
        places, field = self.places[owner], prefix + entry.field
        if entry.kind == MANY and field in places:
            self.counts[f"{owner}/{field}"] += 1
            field = f"{field}[{self.counts[f'{owner}/{field}'] + 1}]"
        if field in places:
            self.unread.append(where)
            return
        places[field] = where
        if entry.kind == ATTR:
            _, attribute, to = entry.extra
            places[prefix + to] = f"{where}/@{attribute}"

    def finished(self) -> dict[str, Places]:
        return self.places


def placed(element: _Element, path: str) -> Iterator[tuple[_Element, str]]:
    """The children with their XPaths; a position stands only where a name repeats."""
    total = Counter(child.tag for child in element)
    seen: Counter[str] = Counter()
    for child in element:
        seen[child.tag] += 1
        position = f"[{seen[child.tag]}]" if total[child.tag] > 1 else ""
        yield child, f"{path}/{_local(child)}{position}"


def texts(element: _Element, path: str) -> Iterator[str]:
    """The XPaths of the elements at and below `element` that hold text of their own."""
    pending = [(element, path)]
    while pending:
        at, where = pending.pop()
        if at.text and at.text.strip():
            yield where
        pending += reversed(list(placed(at, where)))


def find_bad_value(root: _Element, kind: str) -> str:
    """The XPath of the first text that is not of its field's type."""
    return next(bad_values(root, DOCUMENTS[kind], "/" + _local(root)), "/" + _local(root))


def bad_values(element: _Element, tree: Tree, path: str) -> Iterator[str]:
    """The XPaths of texts that are not of their field's type."""
    for child, where in placed(element, path):
        entry = tree.get(child.tag)
        if entry is None:
            continue
        if entry.kind in (NEST, PART):
            yield from bad_values(child, entry.extra, where)
        elif entry.kind in (TYPED, ATTR) and child.text and child.text.strip():
            convert = entry.extra if entry.kind == TYPED else entry.extra[0]
            try:
                convert(child.text)
            except ValueError:
                yield where


def _local(element: _Element) -> str:
    return element.tag.rpartition("}")[2]
