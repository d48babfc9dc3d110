"""Reads the YAML of a rule book into a `RuleBook`; what is wrong is a `RuleFault` with its place."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from gevinst.engines.blockkit.contract import Text
from gevinst.engines.control.facts_reader import read_facts, read_subjects, read_words
from gevinst.engines.control.files import Source, digest, rule_files
from gevinst.engines.control.model import Kinds, RuleBook
from gevinst.engines.control.places import Place, RuleFault, read_yaml
from gevinst.engines.control.rules_reader import read_rule
from gevinst.engines.control.versions import Versions
from gevinst.engines.control.vocabulary import Vocabulary

PARTS = ("subjects", "facts", "rules", "words")


def load_rulebook(source: Source, registers: Mapping[str, Kinds], parameters: Kinds) -> RuleBook:
    """The rules in a folder's *.yaml, or in a mapping of file name to YAML text.

    `registers` gives the columns that facts may use with their kinds, `parameters` the parameters with
    theirs. Raises `RuleFault`.
    """
    parts = _parts(source)
    vocabulary, versions = Vocabulary(registers, parameters), Versions()
    words: dict[str, Text] = {}
    for part in parts:  # each kind of part may use only what was read before it, in whichever file
        read_subjects(part, vocabulary, words)
    for part in parts:
        read_facts(part, vocabulary)
    for part in parts:
        for place in part["rules"].items() if "rules" in part else ():
            versions.add(read_rule(place, vocabulary), place)
        read_words(part, vocabulary, words)
    return RuleBook(
        vocabulary.subjects,
        vocabulary.facts,
        versions.ordered(),
        parameters,
        registers,
        words,
        digest(source),
    )


def _parts(source: Source) -> list[dict[str, Place]]:
    folder = source if isinstance(source, Path) else Path()
    files = rule_files(source)
    if not files:
        raise RuleFault(folder, 1, 1, "expected at least one .yaml file")
    return [read_yaml(folder / name, text).record((), PARTS) for name, text in files.items()]
