"""Judges many documents at once: what does not hold becomes findings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from gevinst.engines.blockkit.contract import Text
from gevinst.engines.conformance.markup import Reading, read_nodes
from gevinst.engines.conformance.nodes import NodeTable
from gevinst.engines.conformance.places import place_of
from gevinst.engines.conformance.profiles import chosen
from gevinst.engines.conformance.program import Group, Program, Ready, program_of
from gevinst.engines.conformance.vocabulary import MOST, Vocabulary
from gevinst.engines.conformance.xpath.contexts import plain_focus, rows_of
from gevinst.engines.conformance.xpath.evaluate import Evaluator
from gevinst.engines.conformance.xpath.focus import Focus
from gevinst.engines.conformance.xpath.ragged import Ragged, TooWide, once
from gevinst.engines.conformance.xpath.syntax import Node
from gevinst.engines.einvoice.refusal import Refusal

FAIL = "fail"
_words = [Vocabulary()]
UNKNOWN = Text(
    "Dokumentet nævner ikke en profil, som Gevinst kender. Angiv den med --profile.",
    "The document names no profile that Gevinst knows. State it with --profile.",
)


@dataclass(frozen=True, slots=True)
class FormatFinding:
    """A rule that does not hold at the node `path`; `severity` is fatal or warning."""

    rule: str
    severity: str
    outcome: str
    path: str
    message: Text
    values: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class DocumentJudgement:
    """What the rules of `profile` say of one document; no profile where it could not be judged."""

    profile: str | None
    findings: tuple[FormatFinding, ...]

    @property
    def fatal(self) -> bool:
        """Whether a rule of severity fatal does not hold."""
        return any(finding.severity == "fatal" for finding in self.findings)


def judge(
    documents: Sequence[bytes | Refusal], profile: str | None = None
) -> list[DocumentJudgement]:
    """One judgement a document, in their order; `profile` is for those that name none of their own.

    What cannot be read (DOCTYPE, not XML, …) is a fatal finding named by the code of its refusal;
    a document that was refused before may stand among them as its refusal.
    """
    judgements: dict[int, DocumentJudgement] = {}
    together: dict[str, list[tuple[int, Reading]]] = {}
    words = _vocabulary()
    for at, content in enumerate(documents):
        try:
            reading = _reading(content, words)
        except Refusal as refusal:
            judgements[at] = _refused(refusal)
            continue
        name = chosen(reading.customization, profile)
        if name is None:
            judgements[at] = _unknown(reading)
        else:
            together.setdefault(name, []).append((at, reading))
    for name, members in together.items():
        found = _judged(name, [reading for _, reading in members], words)
        judgements |= dict(zip((at for at, _ in members), found, strict=True))
    return [judgements[at] for at in range(len(documents))]


def _judged(name: str, readings: Sequence[Reading], words: Vocabulary) -> list[DocumentJudgement]:
    """Where all together are too wide, each half; a single one that is too wide is refused."""
    try:
        found = findings(program_of(name), readings, words)
    except TooWide:
        half = len(readings) // 2
        if not half:
            return [_refused(Refusal("too-many-elements"))]
        return [
            part
            for side in (readings[:half], readings[half:])
            for part in _judged(name, side, words)
        ]
    return [DocumentJudgement(name, said) for said in found]


def _reading(content: bytes | Refusal, words: Vocabulary) -> Reading:
    if isinstance(content, Refusal):
        raise content
    return read_nodes(content, words)


def _vocabulary() -> Vocabulary:
    """The one that all batches share, until it grows too large."""
    if len(_words[0]) > MOST:
        _words[0] = Vocabulary()
    return _words[0]


def _refused(refusal: Refusal) -> DocumentJudgement:
    message = Text(refusal.message_da, refusal.message_en)
    finding = FormatFinding(refusal.code, "fatal", FAIL, refusal.where, message)
    return DocumentJudgement(None, (finding,))


def _unknown(reading: Reading) -> DocumentJudgement:
    values = {"cbc:CustomizationID": reading.customization}
    finding = FormatFinding("unknown-profile", "fatal", FAIL, "/", UNKNOWN, values)
    return DocumentJudgement(None, (finding,))


def findings(
    program: Program, readings: Sequence[Reading], words: Vocabulary
) -> list[tuple[FormatFinding, ...]]:
    """What does not hold in each document, in the order of the rules and of the document."""
    table = NodeTable(readings, words)
    run = Evaluator(table)
    found: list[list[tuple[int, int, FormatFinding]]] = [[] for _ in readings]
    for group, paths in _present(program, table):
        focus = _focus(run, group, paths)
        if focus.size:
            for ready in group.rules:
                for doc, row, finding in _fired(run, ready, focus):
                    found[table.order[doc]].append((ready.place, row, finding))
    return [
        tuple(finding for _, _, finding in sorted(each, key=lambda one: one[:2])) for each in found
    ]


def _present(program: Program, table: NodeTable) -> Iterator[tuple[Group, tuple[int, ...]]]:
    """The groups that some path of the batch could match, with those paths."""
    known: dict[int, tuple[int, ...]] = table.vocabulary.kept.setdefault(("groups", program), {})
    found: dict[int, list[int]] = {}
    for path in table.by_path():
        if path not in known:
            known[path] = tuple(
                at
                for at, group in enumerate(program.groups)
                if any(pattern.matches(table.vocabulary, path) for pattern in group.patterns)
            )
        for at in known[path]:
            found.setdefault(at, []).append(path)
    for at in sorted(found):
        yield program.groups[at], tuple(found[at])


def _focus(run: Evaluator, group: Group, paths: tuple[int, ...]) -> Focus:
    """Where the rules of a group look; groups that look at the same nodes share what they evaluate."""
    if all(pattern.plain for pattern in group.patterns):
        return plain_focus(run, paths)
    parts = [rows_of(run, pattern) for pattern in group.patterns]
    rows = parts[0] if len(parts) == 1 else once(np.concatenate(parts))
    return run.focus_on(rows)


def _fired(run: Evaluator, ready: Ready, focus: Focus) -> Iterator[tuple[int, int, FormatFinding]]:
    """Every node where the rule does not hold: its document, its row, the finding."""
    holds = np.zeros(focus.size, np.bool_) if ready.test is None else run.truth(ready.test, focus)
    rule = ready.rule
    for at in np.flatnonzero(~holds).tolist():
        row = int(focus.context.items[at])
        values = {source: _shown(run, node, focus, at) for source, node in ready.reads}
        place = place_of(run.table, row)
        finding = FormatFinding(rule.id, rule.flag, FAIL, place, rule.message, values)
        yield int(focus.docs[at]), row, finding


def _shown(run: Evaluator, node: Node, focus: Focus, at: int) -> str:
    """The items that a rule reads, parted by commas."""
    value = run(node, focus)
    begin, end = value.starts[at], value.starts[at + 1]
    items = value.items[begin:end]
    few = Ragged(1, value.kind, np.zeros(len(items), np.int64), items)
    return ", ".join(run.pool.texts(run.texts(few).items))
