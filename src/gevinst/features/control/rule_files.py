"""A rule book as files (name -> YAML): the book itself, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from gevinst.engines.blockkit.registry import block
from gevinst.engines.control import RuleBook, RuleFault, load_rulebook
from gevinst.engines.control.trial import ExampleFault, check_examples


def book_of(block_key: str, files: Mapping[str, str]) -> RuleBook:
    """The rule book in the files. Raises `RuleFault`, `BlockNotFound`."""
    manifest = block(block_key).manifest
    return load_rulebook(
        files, manifest.tables, {each.name: each.kind for each in manifest.parameters}
    )


def faults(block_key: str, files: Mapping[str, str]) -> list[str]:
    """What is wrong with the rule book: the first fault that stops it from loading, else the examples
    that do not come out as they say."""
    try:
        book = book_of(block_key, files)
    except RuleFault as fault:
        return [str(fault)]
    return [_told(fault) for fault in check_examples(book)]


def _told(fault: ExampleFault) -> str:
    title = fault.title.in_language(get_language() or "da")
    said = _("the example “%(title)s” is to be %(expected)s, but is %(found)s")
    facts = {"title": title, "expected": fault.expected, "found": fault.found}
    return f"{fault.place}: {fault.rule}: {said % facts}"
