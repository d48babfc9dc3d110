"""Makes each change, and asks reading, the rules and the format rules what they say of it."""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree

from gevinst.blocks.invoice_control.block import block
from gevinst.blocks.invoice_control.mutations.sound import ON, registers, sound
from gevinst.blocks.invoice_control.mutations.table import MUTATIONS, Mutation
from gevinst.engines.blockkit.contract import Decided, Item, Verdict
from gevinst.engines.conformance.judge import judge

NAMESPACES = {
    "cac": "urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2",
    "cbc": "urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2",
}
FATAL = "fatal"


@dataclass(frozen=True, slots=True)
class Caught:
    """What was said of one change: the code it is refused with, the rule that is the reason of the decision
    (or that it waits), and the fatal format rules."""

    mutation: Mutation
    refusal: str
    verdict: str
    rule: str
    formats: tuple[str, ...]

    @property
    def by_control(self) -> bool:
        """Whether it is not paid as it stands, format rules or no."""
        return bool(self.refusal) or self.verdict != Verdict.APPROVE

    @property
    def is_caught(self) -> bool:
        """Whether anything speaks against the document."""
        return self.by_control or bool(self.formats)


def changed(mutation: Mutation) -> bytes:
    """The sound invoice with that one change. Raises LookupError where it has no such place."""
    root = etree.fromstring(sound(mutation.profile))
    path, _, attribute = mutation.path.partition("/@")
    found = root.find(path, NAMESPACES)
    if found is None:
        _added(root, mutation)
    elif attribute:
        found.set(attribute, mutation.value or "")
    elif mutation.value is None:
        parent = found.getparent()
        assert parent is not None
        parent.remove(found)
    else:
        found.text = mutation.value
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True)


def _added(root: etree._Element, mutation: Mutation) -> None:
    *above, name = mutation.path.split("/")
    parent = root.find("/".join(above), NAMESPACES) if above else root
    made = element = etree.Element(_tag(name))
    if parent is None:  # the field stands in a part that the invoice lacks, too
        parent, made = root, etree.Element(_tag(above[0]))
        made.append(element)
    element.text = mutation.value
    if name.endswith("Amount"):
        element.set("currencyID", "DKK")
    following = root.find(mutation.before, NAMESPACES) if mutation.before else None
    parent.insert(len(parent) if following is None else parent.index(following), made)


def _tag(name: str) -> str:
    prefix, _, local = name.partition(":")
    return f"{{{NAMESPACES[prefix]}}}{local}"


def caught() -> list[Caught]:
    """Every change of the table with what was said of it, each decided by itself."""
    contents = [changed(mutation) for mutation in MUTATIONS]
    judged = judge(contents)
    found = []
    for mutation, content, format_ in zip(MUTATIONS, contents, judged, strict=True):
        fatal = dict.fromkeys(each.rule for each in format_.findings if each.severity == FATAL)
        refusal, decided = decision(content)
        found.append(
            Caught(
                mutation,
                refusal,
                str(decided.verdict) if decided else "",
                decided.reason if decided else "",
                tuple(fatal),
            )
        )
    return found


def decision(content: bytes) -> tuple[str, Decided | None]:
    """The code that the document is refused with, or the block's decision about it."""
    read = block.read(content, "mutation.xml")
    if not isinstance(read, Item):
        return read.code, None
    [decided] = block.decide([read], registers(block.manifest), ON, {})
    return "", decided
