"""Format rules as data: YAML files -> rule sets of (context, test) pairs in an XPath subset."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache, partial
from pathlib import Path

from gevinst.engines.blockkit.contract import Text
from gevinst.engines.control.places import Place, RuleFault, read_yaml

FOLDER = Path(__file__).parent / "rules"
FLAGS = ("fatal", "warning")
PLACEHOLDER = re.compile(r"%\{([a-z_]+)\}")
PREDICATE = re.compile(r"\[[^\]]*\]")
TEXTS = ("let", "not_applicable", "not_yet")
PARTS = (*TEXTS, "rules", "forbidden_paths", "tables")
NEVER = "false()"


@dataclass(frozen=True, slots=True)
class FormatRule:
    """One rule: at every node that matches `context`, `test` holds; XPath in both.

    `lets` are evaluated at the context node in the order written, `reads` are expressions
    whose values a finding shows, `place` is the file and line where the rule stands or is borrowed,
    `lender` the rule set that it is borrowed from ("" for a rule written here).
    """

    id: str
    ruleset: str
    flag: str
    context: str
    test: str
    message: Text
    lets: Mapping[str, str] = field(default_factory=dict)
    reads: tuple[str, ...] = ()
    place: str = ""
    lender: str = ""


# What a file borrows at a place of its list of rules.
Lend = Callable[[Place], Iterable[FormatRule]]


@dataclass(frozen=True, slots=True)
class RuleSet:
    """Rules that are used together, and the document variables that they share.

    `not_applicable` and `not_yet` give the ids of the official set that are not here, with why.
    """

    name: str
    lets: Mapping[str, str]
    rules: tuple[FormatRule, ...]
    not_applicable: Mapping[str, str] = field(default_factory=dict)
    not_yet: Mapping[str, str] = field(default_factory=dict)

    def ids(self) -> tuple[str, ...]:
        """Every rule id once, sorted."""
        return tuple(sorted({rule.id for rule in self.rules}))


@lru_cache(maxsize=16)
def load_ruleset(name: str) -> RuleSet:
    """The rule set in `rules/<name>/`. Raises `RuleFault` with file, line and what was expected."""
    return read_ruleset(name, FOLDER / name)


def read_ruleset(name: str, folder: Path) -> RuleSet:
    """The rule set `name` in the YAML files anywhere under `folder`; it borrows from the folders beside.

    Raises `RuleFault`.
    """
    files = sorted(folder.rglob("*.yaml"))
    if not files:
        raise RuleFault(folder, 1, 1, f"expected rule files of {name!r}, found none")
    lets: dict[str, str] = {}
    parts = [_read_file(name, file, partial(_borrowed, name, folder)) for file in files]
    for file, part in zip(files, parts, strict=True):
        lets.update(_unrepeated_lets(part.lets, lets, file))
    rules = tuple(rule for part in parts for rule in part.rules)
    _refuse_repeats(rules)
    _refuse_borrowed_and_written(rules)
    not_applicable = {key: why for part in parts for key, why in part.not_applicable.items()}
    not_yet = {key: why for part in parts for key, why in part.not_yet.items()}
    return RuleSet(name, lets, rules, not_applicable, not_yet)


def _unrepeated_lets(
    found: Mapping[str, str], known: Mapping[str, str], file: Path
) -> Mapping[str, str]:
    for name in found:
        if name in known:
            raise RuleFault(
                file, 1, 1, f"the document variable {name!r} stands in another file too"
            )
    return found


def _refuse_repeats(rules: Sequence[FormatRule]) -> None:
    """One id may have many contexts, but the same rule twice is a slip."""
    seen: dict[tuple[str, str, str], str] = {}
    for rule in rules:
        key = (rule.id, rule.context, rule.test)
        if key in seen:
            file, line = rule.place.rsplit(":", 1)
            raise RuleFault(Path(file), int(line), 1, f"{rule.id} stands at {seen[key]} too")
        seen[key] = rule.place


def _refuse_borrowed_and_written(rules: Sequence[FormatRule]) -> None:
    """Two wordings of one official rule would drift apart."""
    written = {rule.id: rule.place for rule in rules if not rule.lender}
    for rule in rules:
        if rule.lender and rule.id in written:
            file, line = rule.place.rsplit(":", 1)
            said = f"{rule.id} is borrowed here and written at {written[rule.id]}: keep one of them"
            raise RuleFault(Path(file), int(line), 1, said)


def _borrowed(name: str, folder: Path, place: Place) -> Iterator[FormatRule]:
    """The rules of another set with the ids at `place`, every context of each, as rules of `name`."""
    record = place.record(("borrow", "ids"))
    beside = sorted(each.name for each in folder.parent.iterdir() if each.is_dir())
    lender = record["borrow"].choice(each for each in beside if each != folder.name)
    written = _written(lender, folder.parent / lender)
    for each in record["ids"].items():
        if each.text() not in written:
            raise each.fault(
                f"expected the id of a rule written in {lender}, found {each.text()!r}"
            )
        for rule in written[each.text()]:
            yield replace(rule, ruleset=name, place=f"{each.file}:{each.line}", lender=lender)


@lru_cache(maxsize=16)
def _written(name: str, folder: Path) -> Mapping[str, Sequence[FormatRule]]:
    """Id -> the rules that a set writes itself; what it borrows is not lent on, so no circle arises."""
    found: dict[str, list[FormatRule]] = {}
    for file in sorted(folder.rglob("*.yaml")):
        for rule in _read_file(name, file, lambda _: ()).rules:
            found.setdefault(rule.id, []).append(rule)
    return found


def _read_file(name: str, file: Path, lend: Lend) -> RuleSet:
    """`tables` holds YAML anchors that the rules below refer to; nothing reads it itself."""
    record = read_yaml(file, file.read_text(encoding="utf-8")).record(("ruleset",), PARTS)
    record["ruleset"].choice((name,))
    lets, not_applicable, not_yet = (
        _texts(record[part], {}) if part in record else {} for part in TEXTS
    )
    rules: list[FormatRule] = []
    if "forbidden_paths" in record:
        rules += _forbidden_paths(name, record["forbidden_paths"])
    if "rules" in record:
        for place in record["rules"].items():
            rules += lend(place) if "borrow" in place.pairs() else _rules(name, place)
    return RuleSet(name, lets, tuple(rules), not_applicable, not_yet)


def _forbidden_paths(name: str, place: Place) -> Iterator[FormatRule]:
    """A table of paths that must not stand in a document, with one message for all."""
    record = place.record(("flag", "paths", "da", "en"))
    for rule_id, path in record["paths"].pairs().items():
        entry = {"path": PREDICATE.sub("", path.text()).rsplit("/", 1)[-1]}
        yield FormatRule(
            id=rule_id,
            ruleset=name,
            flag=record["flag"].choice(FLAGS),
            context=path.text(),
            test=NEVER,
            message=_message(record, entry),
            place=f"{path.file}:{path.line}",
        )


def _rules(name: str, place: Place) -> Iterator[FormatRule]:
    """The rule at `place`, or one a `for` entry."""
    entries = place.pairs().get("for")
    if entries is None:
        yield _rule(name, place, {})
        return
    for entry in entries.items():
        yield _rule(name, place, _texts(entry, {}))


def _rule(name: str, place: Place, entry: Mapping[str, str]) -> FormatRule:
    required = ("id", "flag", "da", "en")
    if "forbidden" in place.pairs():
        record = place.record((*required, "forbidden"), ("for",))
        context, test = _filled(record["forbidden"], entry), NEVER
    else:
        record = place.record((*required, "context", "test"), ("for", "let", "reads"))
        context, test = _filled(record["context"], entry), _filled(record["test"], entry)
    return FormatRule(
        id=_filled(record["id"], entry),
        ruleset=name,
        flag=record["flag"].choice(FLAGS),
        context=context,
        test=test,
        message=_message(record, entry),
        lets=_texts(record["let"], entry) if "let" in record else {},
        reads=_reads(record, entry),
        place=f"{place.file}:{place.line}",
    )


def _reads(record: Mapping[str, Place], entry: Mapping[str, str]) -> tuple[str, ...]:
    if "reads" not in record:
        return ()
    return tuple(_filled(place, entry) for place in record["reads"].items())


def _message(record: Mapping[str, Place], entry: Mapping[str, str]) -> Text:
    return Text(_filled(record["da"], entry), _filled(record["en"], entry))


def _texts(place: Place, entry: Mapping[str, str]) -> dict[str, str]:
    return {key: _filled(value, entry) for key, value in place.pairs().items()}


def _filled(place: Place, entry: Mapping[str, str]) -> str:
    """The text with every `%{key}` replaced by that key of the `for` entry."""

    def value(found: re.Match[str]) -> str:
        if found[1] not in entry:
            known = ", ".join(entry) or "none: the rule has no 'for'"
            raise place.fault(f"expected a key of the 'for' entry ({known}), found {found[1]!r}")
        return entry[found[1]]

    text = PLACEHOLDER.sub(value, place.text())
    if not text:
        raise place.fault("expected a text, found nothing")
    return text
