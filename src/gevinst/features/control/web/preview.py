"""A rule that is being written: in words, its examples run now, and what is wrong where."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from gevinst.engines.blockkit.contract import Manifest, Text
from gevinst.engines.control import Rule, RuleBook, RuleFault
from gevinst.engines.control.editing import field_at
from gevinst.engines.control.explain import Explanation, explain
from gevinst.engines.control.expression import Name, names
from gevinst.engines.control.grammar import SyntaxFault, parse
from gevinst.engines.control.lookups import lookup
from gevinst.engines.control.messages import PLACEHOLDER
from gevinst.engines.control.model import PARAMETER
from gevinst.engines.control.titles import Titles
from gevinst.engines.control.trial import try_examples
from gevinst.features.control import queries
from gevinst.features.control.models import RuleChange
from gevinst.features.control.rule_files import book_of, kept_book, told_fault
from gevinst.features.control.web.rule_form import Entry, field_id, listed

KINDS = {"int": "1", "decimal": "1.5", "money": "1250.00", "date": "2026-01-31", "str": "text"}


@dataclass(frozen=True, slots=True)
class Preview:
    """The rule explained, its examples run; else the fault, its place, and the field that it is about."""

    rule: Explanation | None
    fault: str = ""
    place: str = ""
    field: str = ""

    @property
    def broken(self) -> int:
        """How many examples do not come out as they say."""
        tried = [each.tried for each in self.rule.examples if each.tried] if self.rule else []
        return sum(not each.holds for each in tried)


@dataclass(frozen=True, slots=True)
class Readable:
    """Something that a condition may read: how it is written, what it is called, an example of its kind."""

    written: str
    title: Text
    sample: str


@dataclass(frozen=True, slots=True)
class Owner:
    """What belongs together: the columns of the subject, the answers of a fact, the parameters."""

    title: Text
    names: tuple[Readable, ...]
    sentence: Text | None = None


def preview(change: RuleChange, manifest: Manifest, rule_id: str, version: str) -> Preview:
    """How the rule stands in the change now."""
    try:
        book = book_of(change.block_key, change.files)
        rule = _version(book, rule_id, version)
        return Preview(explain(rule, book, manifest, try_examples(book, [rule])))
    except RuleFault as fault:
        path = field_at(change.files, rule_id, version, fault)
        place = f"{fault.file}:{fault.line}:{fault.column}"
        return Preview(None, told_fault(fault), place, "" if path is None else field_id(path))


def _version(book: RuleBook, rule_id: str, version: str) -> Rule:
    return next(each for each in book.versions(rule_id) if each.version == version)


def readable(change: RuleChange, manifest: Manifest, subject: str) -> list[Owner]:
    """Everything that a condition about that kind of subject may read, as the change began."""
    book = kept_book(change.block_key, queries.base_files(change))
    titles, found = Titles(book, manifest), book.readable(subject)
    owners: dict[str, list[Readable]] = {}
    for name, kind in found.items():
        owner, _dot, attribute = name.partition(".")
        title = titles.of(Name(owner, attribute))
        owners.setdefault(owner, []).append(Readable(name, title, KINDS.get(kind, kind)))
    return [_owner(owner, tuple(own), book, titles) for owner, own in owners.items()]


def _owner(name: str, own: tuple[Readable, ...], book: RuleBook, titles: Titles) -> Owner:
    if name == PARAMETER:
        return Owner(Text("Parametre", "Parameters"), own)
    if name in book.facts:
        fact = book.facts[name]
        return Owner(titles.fact(fact), own, lookup(fact, book, titles).sentence)
    return Owner(Text("Det, reglen handler om", "What the rule is about"), own)


def given_names(entry: Entry) -> list[str]:
    """What examples of the rule may state: all that its conditions and messages read, and what they state."""
    found = [name for case in listed(entry, "cases") for name in _read(case)]
    stated: list[str] = []
    for example in listed(entry, "examples"):
        stated += [str(each) for each in (example.get("given") or {})]
    return list(dict.fromkeys([*found, *stated]))


def _read(case: dict[str, Any]) -> Iterator[str]:
    with suppress(SyntaxFault):  # half written: what is wrong is said beside the field
        yield from (str(name) for name in names(parse(str(case.get("when") or ""))))
    message = case.get("message")
    for text in message.values() if isinstance(message, dict) else ():
        yield from (f"{found[1]}.{found[2]}" for found in PLACEHOLDER.finditer(str(text or "")))
