"""All that can be said against a rule book before it is used: mistakes, broken examples, loose ends."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from gevinst.engines.blockkit.contract import Manifest, Text
from gevinst.engines.control.fault_words import in_danish
from gevinst.engines.control.files import Source
from gevinst.engines.control.model import RuleBook
from gevinst.engines.control.places import RuleFault
from gevinst.engines.control.rulebook import load_rulebook
from gevinst.engines.control.trial import check_examples


@dataclass(frozen=True, slots=True)
class Remark:
    """What is wrong at `place` (`file:line:column`). A `fault` keeps the book from being used."""

    place: str
    code: str
    message: Text
    fault: bool = True


@dataclass(frozen=True, slots=True)
class Checkup:
    """The book, None where it cannot be read, and the remarks on it."""

    book: RuleBook | None
    remarks: tuple[Remark, ...]

    @property
    def sound(self) -> bool:
        """Whether nothing keeps the book from being used."""
        return not any(remark.fault for remark in self.remarks)


def checkup(source: Source, manifest: Manifest) -> Checkup:
    """Loads the book for a block with that manifest and runs its examples."""
    try:
        book = load_for(source, manifest)
    except RuleFault as fault:
        return Checkup(None, (_unread(fault),))
    return Checkup(book, (*_queues(book, manifest), *_broken(book), *_unused(book)))


def load_for(source: Source, manifest: Manifest) -> RuleBook:
    """The rule book of a block with that manifest. Raises `RuleFault`."""
    parameters = {each.name: each.kind for each in manifest.parameters}
    return load_rulebook(source, manifest.tables, parameters)


def _unread(fault: RuleFault) -> Remark:
    place = f"{fault.file}:{fault.line}:{fault.column}"
    return Remark(place, "unreadable", Text(in_danish(fault.reason), fault.reason))


def _queues(book: RuleBook, manifest: Manifest) -> Iterator[Remark]:
    known = ", ".join(manifest.queues)
    for rule in book.rules:
        if rule.queue not in manifest.queues:
            yield Remark(
                rule.places["queue"],
                "unknown-queue",
                Text(
                    f"manifestet har ingen kø {rule.queue!r}; forventede en af {known}",
                    f"the manifest has no queue {rule.queue!r}; expected one of {known}",
                ),
            )


def _broken(book: RuleBook) -> Iterator[Remark]:
    for fault in check_examples(book):
        named = f"{fault.rule} {fault.version}"
        yield Remark(
            fault.place,
            "broken-example",
            Text(
                f"eksempel {fault.number} på {named} ({fault.title.da}): forventede {fault.expected}, "
                f"fik {fault.found}: {fault.message.da}",
                f"example {fault.number} of {named} ({fault.title.en}): expected {fault.expected}, "
                f"found {fault.found}: {fault.message.en}",
            ),
        )


def _unused(book: RuleBook) -> Iterator[Remark]:
    read = {fact for rule in book.rules for fact in rule.facts}
    for name, fact in book.facts.items():
        if name not in read:
            yield Remark(
                fact.place,
                "unused-fact",
                Text(f"ingen regel bruger {name}", f"no rule uses {name}"),
                fault=False,
            )
