"""The shape of the field table: a tree from UBL element to the field that reads it, compiled for one walk.

Two walks use the tree: `walk` fills in values as fast as Python can, and provenance.py follows the same
tree when someone asks where a value came from. In both the first element with content wins.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, NamedTuple

from lxml.etree import _Element

from gevinst.engines.einvoice.model import Identifier, adopt

CBC = "{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}"
CAC = "{urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2}"

TEXT, NEST, TYPED, IDENT, ATTR, PART, MANY, BLOB = range(8)


class Entry(NamedTuple):
    """What to do with one element: `kind` says how, `field` where the value goes, `extra` with what."""

    kind: int
    field: str
    extra: Any = None


class Late(NamedTuple):
    """A text that is converted later: what a typed field holds in a marked document (see shapes.py)."""

    convert: Callable[[str], object]
    text: str


Shape = Mapping[str, "Entry | Shape"]
Tree = dict[str, Entry]
Values = dict[str, Any]


def text(field: str) -> Entry:
    """The element's text."""
    return Entry(TEXT, field)


def typed(field: str, convert: Callable[[str], object]) -> Entry:
    """The element's text as a value; `convert` raises ValueError."""
    return Entry(TYPED, field, convert)


def identifier(field: str, scheme: str = "schemeID") -> Entry:
    """The element's text with the scheme that its attribute names."""
    return Entry(IDENT, field, scheme)


def with_attribute(field: str, convert: Callable[[str], object], attribute: str, to: str) -> Entry:
    """The element's value, and one attribute as a field of its own."""
    return Entry(ATTR, field, (convert, attribute, to))


def part(field: str, shape: Shape) -> Entry:
    """An element that may repeat and holds fields of its own: one dictionary each."""
    return Entry(PART, field, grow(shape))


def many(field: str) -> Entry:
    """The texts of an element that may repeat."""
    return Entry(MANY, field)


def blob(field: str) -> Entry:
    """A binary object as (text, mime, filename); the text is left as it stands."""
    return Entry(BLOB, field)


def grow(shape: Shape) -> Tree:
    """The tree of a shape: leaves are basic components (cbc), the others aggregates (cac)."""
    tree: Tree = {}
    for name, entry in shape.items():
        if not isinstance(entry, Entry):
            tree[CAC + name] = Entry(NEST, "", grow(entry))
        elif entry.kind == PART:
            tree[CAC + name] = entry
        else:
            tree[CBC + name] = entry
    return tree


def marked(tree: Tree) -> Tree:
    """The same tree, its typed fields left as `Late`."""
    return {tag: _late(entry) for tag, entry in tree.items()}


def _late(entry: Entry) -> Entry:
    kind, field, extra = entry
    if kind == TYPED:
        return Entry(kind, field, partial(Late, extra))
    if kind == ATTR:
        return Entry(kind, field, (partial(Late, extra[0]), *extra[1:]))
    return Entry(kind, field, marked(extra)) if kind in (NEST, PART) else entry


def walk(element: _Element, tree: Tree, out: Values) -> None:  # noqa: C901, PLR0912
    """Fill `out` with what `tree` reads below `element`; kinds are asked for by how often they occur.

    Raises: ValueError where a text is not of its type.
    """
    for child in element:
        entry = tree.get(child.tag)
        if entry is None:
            continue
        kind, field, extra = entry
        if kind == NEST:
            walk(child, extra, out)
            continue
        if kind == PART:
            below: Values = {}
            walk(child, extra, below)
            if field in out:
                out[field].append(below)
            else:
                out[field] = [below]
            continue
        content = child.text
        if content is None or not (content := content.strip()):
            continue
        if kind == MANY:
            out.setdefault(field, []).append(content)
        elif field in out:
            continue
        elif kind == TEXT:
            out[field] = content
        elif kind == TYPED:
            out[field] = extra(content)
        elif kind == IDENT:
            out[field] = adopt(Identifier, {"value": content, "scheme": child.get(extra, "")})
        elif kind == ATTR:
            convert, attribute, to = extra
            out[field] = convert(content)
            out[to] = child.get(attribute, "")
        else:
            out[field] = (content, child.get("mimeCode", ""), child.get("filename", ""))
