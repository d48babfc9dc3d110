"""A rule book as files (name -> YAML): the book itself, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from gevinst.engines.blockkit.registry import block
from gevinst.engines.control import RuleBook, RuleFault, digest, load_rulebook
from gevinst.engines.control.fault_words import in_danish
from gevinst.engines.control.trial import ExampleFault, check_examples

# Reading a rule book takes a tenth of a second: those looked at are kept, by what they say.
KEPT = 16
_books: dict[tuple[str, str], RuleBook] = {}


def kept_book(block_key: str, files: Mapping[str, str]) -> RuleBook:
    """As `book_of`; the same book for the same files."""
    key = (block_key, digest(files))
    if key not in _books:
        if len(_books) >= KEPT:
            _books.clear()
        _books[key] = book_of(block_key, files)
    return _books[key]


def told_fault(fault: RuleFault) -> str:
    """What is wrong, without the place, in the language in force."""
    danish = (get_language() or "da").startswith("da")
    return in_danish(fault.reason) if danish else fault.reason


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
        return [f"{fault.file}:{fault.line}:{fault.column}: {told_fault(fault)}"]
    return [_told(fault) for fault in check_examples(book)]


def _told(fault: ExampleFault) -> str:
    title = fault.title.in_language(get_language() or "da")
    said = _("the example “%(title)s” is to be %(expected)s, but is %(found)s")
    facts = {"title": title, "expected": fault.expected, "found": fault.found}
    return f"{fault.place}: {fault.rule}: {said % facts}"
