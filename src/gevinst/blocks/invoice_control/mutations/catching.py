"""Makes each change, and asks reading, the rules and the format rules what they say of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from lxml import etree

from gevinst.blocks.invoice_control.block import block
from gevinst.blocks.invoice_control.mutations.sound import ON, Own, own, registers, sound
from gevinst.blocks.invoice_control.mutations.table import MUTATIONS, Mutation
from gevinst.engines.blockkit.contract import Decided, Item, Refused, Verdict
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


def changed(mutation: Mutation, of: Own) -> bytes:
    """The sound invoice with that one change."""
    root = etree.fromstring(sound(mutation.profile, of))
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
    """Every change of the table with what was said of it."""
    owns = [own(place) for place in range(len(MUTATIONS))]
    contents = [changed(mutation, of) for mutation, of in zip(MUTATIONS, owns, strict=True)]
    said = zip(MUTATIONS, decisions(contents, owns), judge(contents), strict=True)
    return [
        Caught(
            mutation,
            answer.code if isinstance(answer, Refused) else "",
            str(answer.verdict) if isinstance(answer, Decided) else "",
            answer.reason if isinstance(answer, Decided) else "",
            tuple(dict.fromkeys(each.rule for each in format_.findings if each.severity == FATAL)),
        )
        for mutation, answer, format_ in said
    ]


def decisions(contents: Sequence[bytes], owns: Sequence[Own]) -> list[Decided | Refused]:
    """The block's decision on each document, or why it is refused."""
    read = [block.read(content, "mutation.xml") for content in contents]
    items = [each for each in read if isinstance(each, Item)]
    decided = iter(block.decide(items, registers(block.manifest, owns), ON, {}))
    return [next(decided) if isinstance(each, Item) else each for each in read]
