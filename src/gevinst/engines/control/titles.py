"""What people call the things that a rule reads: columns, answers of facts, parameters, registers."""

from __future__ import annotations

from dataclasses import dataclass

from gevinst.engines.blockkit.contract import Manifest, Text
from gevinst.engines.control.expression import Name
from gevinst.engines.control.model import PARAMETER, ROW, TOTALS, Fact, RuleBook

ANSWERS = {
    "matches": Text("antallet af {0}", "the number of {0}"),
    "known": Text("om der findes {0} på nogen dato", "whether there is {0} on any date"),
    "distance": Text("antal dage til nærmeste {0}", "the number of days to the nearest {0}"),
    "extracted_at": Text("tidspunktet for udtrækket af {0}", "the time of the extract of {0}"),
    "sum": Text("summen af {1} for {0}", "the sum of {1} of {0}"),
    "min": Text("den mindste {1} for {0}", "the least {1} of {0}"),
    "max": Text("den største {1} for {0}", "the greatest {1} of {0}"),
    "first": Text("den første {1} for {0}", "the first {1} of {0}"),
    "last": Text("den sidste {1} for {0}", "the last {1} of {0}"),
    "column": Text("{1} for {0}", "{1} of {0}"),
}


@dataclass(frozen=True, slots=True)
class Titles:
    """The names in a rule book and its block's manifest; what has no title is called by its own name."""

    book: RuleBook
    manifest: Manifest

    def of(self, name: Name) -> Text:
        """What `owner.attribute` is called."""
        if str(name) in self.book.words:
            return _lowered(self.book.words[str(name)])
        if name.owner == PARAMETER:
            return self._parameter(name.attribute)
        if name.owner in self.book.facts:
            return self._answer(self.book.facts[name.owner], name.attribute)
        return self.column(name.owner, name.attribute)

    def fact(self, fact: Fact) -> Text:
        """What a row that the fact finds is called."""
        named = self.book.words.get(fact.name) or fact.title
        return _lowered(named) if named else Text(_spaced(fact.name), _spaced(fact.name))

    def register(self, name: str) -> Text:
        """The title of a register or a relation."""
        found = self.manifest.table(name)
        return found.title if found else Text(name, name)

    def column(self, register: str, column: str) -> Text:
        """The title of a register's column, in the middle of a sentence."""
        found = self.manifest.table(register)
        title = found.titles.get(column) if found else None
        return _lowered(title) if title else Text(_spaced(column), _spaced(column))

    def queue(self, key: str) -> Text:
        """The title of a clerks' queue."""
        return self.manifest.queues.get(key) or Text(key, key)

    def row(self, fact: Fact, name: Name) -> Text:
        """What a name is called in the condition of a fact: `row.…` is a column of its register."""
        if name.owner != ROW:
            return self.of(name)
        title = self.column(fact.register, name.attribute)
        return Text(f"rækkens {title.da}", f"the row's {title.en}")

    def _parameter(self, name: str) -> Text:
        found = [each.title for each in self.manifest.parameters if each.name == name]
        return _lowered(found[0]) if found else Text(_spaced(name), _spaced(name))

    def _answer(self, fact: Fact, answer: str) -> Text:
        if answer in fact.words:
            return _lowered(fact.words[answer])
        how, _, column = answer.partition("_")
        if column in fact.totals and how in TOTALS:
            return self._filled(how, fact, column)
        return self._filled(answer if answer in ANSWERS else "column", fact, answer)

    def _filled(self, template: str, fact: Fact, column: str) -> Text:
        said, whose, title = ANSWERS[template], self.fact(fact), self.column(fact.register, column)
        return Text(said.da.format(whose.da, title.da), said.en.format(whose.en, title.en))


def _spaced(name: str) -> str:
    return name.replace("_", " ")


def _lowered(title: Text) -> Text:
    return Text(_lower(title.da), _lower(title.en))


def _lower(title: str) -> str:
    """Without its capital, unless it opens with an abbreviation."""
    return title if title[1:2].isupper() else title[:1].lower() + title[1:]
