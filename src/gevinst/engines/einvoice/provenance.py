"""Where each field was read from, and which elements no field read: worked out from the bytes when asked for.

Reading keeps only the bytes; the same tree of fields is walked again, slowly, with positions.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from lxml.etree import _Element

from gevinst.engines.einvoice.choice import vat_index
from gevinst.engines.einvoice.fields import DOCUMENTS
from gevinst.engines.einvoice.guard import open_document
from gevinst.engines.einvoice.profiles import OIOUBL2, profile_of
from gevinst.engines.einvoice.tree import ATTR, MANY, NEST, PART, TYPED, Entry, Tree, Values

Places = dict[str, str]
# A part with `paths` of its own; the fields of other parts are named in the part above them.
OWN_PATHS = ("lines", "payments", "totals", "supplier", "customer", "payee")


# A field of the model that the table knows by another name, and the parts it belongs to.
ALIASES = {
    "name": ("party_name", "legal_name"),
    "cvr": ("legal_id",),
    "gln": ("endpoint",),
    "note": ("notes",),
    "description": ("descriptions",),
    "reference": ("payment_note", "instruction_note"),
    "contract": ("contracts[1].id",),
}
_PARTIES = ("supplier[", "customer[", "payee[")
_BELONGS = {
    "name": _PARTIES,
    "cvr": _PARTIES,
    "gln": _PARTIES,
    "note": ("lines[",),
    "description": ("lines[",),
    "reference": ("payments[",),
}
PAYMENT_NOTES = ("payment_note", "instruction_note")
REFERENCES = ("contracts[", "references[")
_TAX_FIELDS = ("id", "scheme", "category", "percent")
CHOSEN = {
    "taxations": {"vat_id": "id"},
    "subtotals": {"tax_category": "category", "tax_percent": "percent"},
}


class Provenance:
    """The XPaths of one document, by part (`""`, `lines[2]`, `supplier[1]`, …)."""

    __slots__ = ("_content", "_places", "_unread")

    def __init__(self, content: bytes) -> None:
        self._content = content
        self._places: dict[str, Places] | None = None
        self._unread: tuple[str, ...] = ()

    @property
    def content(self) -> bytes:
        """The document as received."""
        return self._content

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
            self._places = survey.finished()
            self._unread = tuple(sorted(survey.unread, key=survey.order.__getitem__))
        return self._places


class Survey:
    """One slow walk with positions; the first element with content wins, as in the fast walk."""

    def __init__(self) -> None:
        self.places: dict[str, Places] = defaultdict(dict)
        self.unread: list[str] = []
        self.order: dict[str, int] = {}
        self.texts: dict[tuple[str, str], str] = {}
        self.counts: Counter[str] = Counter()

    def walk(self, element: _Element, tree: Tree, path: str, owner: str, prefix: str = "") -> None:
        """Note each element below `element`; `prefix` is the part within `owner` that is being read."""
        for child, where in placed(element, path):
            entry = tree.get(child.tag)
            self.order[where] = len(self.order)
            if entry is None:
                self._unknown(child, where)
            elif entry.kind == NEST:
                self.walk(child, entry.extra, where, owner, prefix)
            elif entry.kind == PART:
                self._part(child, entry, where, owner, prefix)
            elif child.text and child.text.strip():
                self._leaf(entry, where, owner, prefix, child.text.strip())

    def _unknown(self, element: _Element, where: str) -> None:
        for path in texts(element, where):
            self.order.setdefault(path, len(self.order))
            self.unread.append(path)

    def _part(self, child: _Element, entry: Entry, where: str, owner: str, prefix: str) -> None:
        name = f"{owner}/{prefix}{entry.field}"
        self.counts[name] += 1
        numbered = f"{entry.field}[{self.counts[name]}]"
        if entry.field in OWN_PATHS and not owner:
            self.walk(child, entry.extra, where, numbered)
        else:
            self.walk(child, entry.extra, where, owner, f"{prefix}{numbered}.")

    def _leaf(self, entry: Entry, where: str, owner: str, prefix: str, content: str) -> None:
        places, field = self.places[owner], prefix + entry.field
        if entry.kind == MANY and field in places:
            self.counts[f"{owner}/{field}"] += 1
            field = f"{field}[{self.counts[f'{owner}/{field}'] + 1}]"
        if field in places:
            self.unread.append(where)
            return
        places[field] = where
        self.texts[owner, field] = content
        if entry.kind == ATTR:
            _, attribute, to = entry.extra
            places[prefix + to] = f"{where}/@{attribute}"

    def finished(self) -> dict[str, Places]:
        """The places by part, under the names of the model beside those of the field table."""
        profile = profile_of(self.texts.get(("", "customization_id"), ""))
        for owner, places in self.places.items():
            for name, candidates in ALIASES.items():
                found = next((one for one in candidates if one in places), None)
                if found and name not in places and applies(name, owner):
                    places[name] = places[found]
            self._chosen_tax(owner, places)
            if "tax_exclusive" in places:
                places["tax" if profile == OIOUBL2 else "without_tax"] = places["tax_exclusive"]
        self._across()
        return self.places

    def _chosen_tax(self, owner: str, places: Places) -> None:
        for group, names in CHOSEN.items():
            schemes: list[Values] = []
            while any(name.startswith(f"{group}[{len(schemes) + 1}].") for name in places):
                at = f"{group}[{len(schemes) + 1}].scheme"
                schemes.append({"scheme": self.texts.get((owner, at))})
            for name, inner in names.items():
                at = f"{group}[{vat_index(schemes) + 1}].{inner}"
                if schemes and at in places:
                    self._drop(places, name)
                    places[name] = places[at]
            for index in range(1, len(schemes) + 1):
                if index != vat_index(schemes) + 1:
                    self._drop(places, *[f"{group}[{index}].{inner}" for inner in _TAX_FIELDS])

    def _drop(self, places: Places, *names: str) -> None:
        """What stood in these fields was passed over for another place, so no field reads it."""
        self.unread += [places.pop(name) for name in names if name in places]

    def _across(self) -> None:
        header, totals = self.places[""], self.places["totals[1]"]
        dues = [self.places[one]["due"] for one in self.places if "due" in self.places[one]]
        if dues:
            header.setdefault("due_date", dues[0])
        for part in PAYMENT_NOTES:
            for places in self.places.values():
                if part in places and places.get("reference") != places[part]:
                    self._drop(places, part)
        for name in [
            name for name in header if name.endswith("].id") and name != "contracts[1].id"
        ]:
            group = name.removesuffix("id")
            if group.startswith(REFERENCES) and not {f"{group}content", f"{group}uri"} & set(
                header
            ):
                self._drop(header, name, f"{group}type", f"{group}description")
        if "taxes[1].amount" in header:
            totals.setdefault("tax", header["taxes[1].amount"])


def applies(name: str, owner: str) -> bool:
    """Whether a part has the field that an alias names."""
    return owner.startswith(_BELONGS[name]) if name in _BELONGS else not owner


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
