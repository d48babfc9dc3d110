"""The rules of a profile made ready: expressions parsed once, rules grouped by where they look."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from gevinst.engines.conformance.profiles import RULESETS
from gevinst.engines.conformance.ruleset import FormatRule, RuleSet, load_ruleset
from gevinst.engines.conformance.xpath.contexts import Pattern, read_context
from gevinst.engines.conformance.xpath.lexer import XPathFault
from gevinst.engines.conformance.xpath.parser import Lets, let, parse
from gevinst.engines.conformance.xpath.syntax import Call, Node, made
from gevinst.engines.control.places import RuleFault

NEVER = made(Call, "false", ())


@dataclass(frozen=True, slots=True)
class Ready:
    """A rule, its place among all, its test (None: it always fires) and the values it shows."""

    place: int
    rule: FormatRule
    test: Node | None
    reads: tuple[tuple[str, Node], ...]


@dataclass(frozen=True, eq=False, slots=True)
class Group:
    """The rules of one context."""

    patterns: tuple[Pattern, ...]
    rules: tuple[Ready, ...]


@dataclass(frozen=True, eq=False, slots=True)
class Program:
    """All groups of a profile; compared by identity."""

    groups: tuple[Group, ...]


@lru_cache(maxsize=16)
def program_of(profile: str) -> Program:
    """The program of a profile. Raises `RuleFault`."""
    return program([load_ruleset(name) for name in RULESETS[profile]])


def program(rulesets: Sequence[RuleSet]) -> Program:
    """The rule sets as one program. Raises `RuleFault` with the place of the rule."""
    groups: dict[tuple[Pattern, ...], list[Ready]] = {}
    for ruleset in rulesets:
        lets = _lets(ruleset.lets, (), at_document=True)
        for rule in ruleset.rules:
            place = sum(map(len, groups.values()))
            try:
                patterns, ready = _ready(place, rule, lets)
            except XPathFault as fault:
                raise _placed(rule, fault) from fault
            groups.setdefault(patterns, []).append(ready)
    return Program(tuple(Group(patterns, tuple(rules)) for patterns, rules in groups.items()))


def _ready(place: int, rule: FormatRule, lets: Lets) -> tuple[tuple[Pattern, ...], Ready]:
    patterns = read_context(rule.context, lets)
    lets = _lets(rule.lets, lets, at_document=False)
    test = parse(rule.test, lets)
    reads = tuple((source, parse(source, lets)) for source in rule.reads)
    return patterns, Ready(place, rule, None if test is NEVER else test, reads)


def _lets(sources: Mapping[str, str], known: Lets, *, at_document: bool) -> Lets:
    """Each variable may use those before it."""
    found = dict(known)
    for name, source in sources.items():
        found[name] = let(parse(source, tuple(found.items())), at_document=at_document)
    return tuple(found.items())


def _placed(rule: FormatRule, fault: XPathFault) -> RuleFault:
    file, _, line = rule.place.rpartition(":")
    return RuleFault(Path(file), int(line or 1), 1, f"{rule.id}: {fault}")
