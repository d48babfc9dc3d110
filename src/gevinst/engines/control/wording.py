"""Conditions in words: a syntax tree as a Danish and an English sentence."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from gevinst.engines.blockkit.contract import Text
from gevinst.engines.control.expression import Call, Expression, Literal, Name
from gevinst.engines.control.messages import worded
from gevinst.engines.control.model import Fact, Kinds
from gevinst.engines.control.typecheck import DATE, kind_of

PHRASES = {
    "==": Text("{0} er lig med {1}", "{0} equals {1}"),
    "!=": Text("{0} er ikke lig med {1}", "{0} does not equal {1}"),
    "<": Text("{0} er mindre end {1}", "{0} is less than {1}"),
    "<=": Text("{0} er højst {1}", "{0} is at most {1}"),
    ">": Text("{0} er større end {1}", "{0} is more than {1}"),
    ">=": Text("{0} er mindst {1}", "{0} is at least {1}"),
    "+": Text("{0} plus {1}", "{0} plus {1}"),
    "-": Text("{0} minus {1}", "{0} minus {1}"),
    "*": Text("{0} gange {1}", "{0} times {1}"),
    "not": Text("det gælder ikke, at {0}", "it is not so that {0}"),
    "and": Text("{0}, og {1}", "{0}, and {1}"),
    "or": Text("{0}, eller {1}", "{0}, or {1}"),
    "missing": Text("{0} mangler", "{0} is missing"),
    "present": Text("{0} er angivet", "{0} is stated"),
    "between": Text("{0} ligger fra {1} til {2}", "{0} lies from {1} to {2}"),
    "abs": Text("størrelsen af {0}", "the size of {0}"),
    "add_days": Text("{0} plus {1} dage", "{0} plus {1} days"),
    "days_between": Text("antal dage fra {0} til {1}", "the number of days from {0} to {1}"),
    "edit_distance": Text(
        "antal tegn, der skiller {0} fra {1}", "the number of characters that part {0} from {1}"
    ),
    "if_missing": Text("{0} (eller {1}, hvis det mangler)", "{0} (or {1} where that is missing)"),
    "length": Text("antal tegn i {0}", "the number of characters in {0}"),
    "quotient_rounds_to": Text(
        "{0} delt med {1} er {2}, afrundet til øre", "{0} divided by {1} is {2}, rounded to cents"
    ),
    "starts_with": Text("{0} begynder med {1}", "{0} begins with {1}"),
}
OF_DATES = {
    "<": Text("{0} er før {1}", "{0} is before {1}"),
    "<=": Text("{0} er senest {1}", "{0} is {1} at the latest"),
    ">": Text("{0} er efter {1}", "{0} is after {1}"),
    ">=": Text("{0} er tidligst {1}", "{0} is {1} at the earliest"),
}
OF_MANY = {
    "in": Text("{0} er en af: {1}", "{0} is one of: {1}"),
    "not in": Text("{0} er ingen af: {1}", "{0} is none of: {1}"),
    "min": Text("den mindste af ({0})", "the least of ({0})"),
    "max": Text("den største af ({0})", "the greatest of ({0})"),
}
NONE = Text("der er ingen {0}", "there is no {0}")
SOME = Text("der er {0}", "there is {0}")
ON_ANY_DATE = Text(", heller ikke på andre datoer", ", nor on any other date")
SOME_DATE = Text(", måske på en anden dato", ", perhaps on another date")
EMPTY = {
    "==": Text("{0} er tom", "{0} is empty"),
    "!=": Text("{0} er ikke tom", "{0} is not empty"),
}
DISAGREE = Text("{0} mangler eller er flertydig", "{0} is missing or ambiguous")
ABSENT, PRESENT = (("==", 0), ("<", 1), ("<=", 0)), ((">", 0), (">=", 1), ("!=", 0))
COMPARING = ("==", "!=", "<", "<=", ">", ">=", "missing", "present", "between", "in")
BINDS = {"or": 0, "and": 1, "not": 1, **dict.fromkeys(COMPARING, 2), "+": 3, "-": 3, "*": 4}
TIGHT = 5


@dataclass(frozen=True, slots=True)
class Speaker:
    """Words conditions: `called` gives the title of a name, `fact_called` of what a fact finds."""

    called: Callable[[Name], Text]
    fact_called: Callable[[Fact], Text]
    facts: Mapping[str, Fact]
    kinds: Kinds

    def say(self, tree: Expression) -> Text:
        """The condition as a sentence without capital and stop."""
        return Text(self._said(tree, "da"), self._said(tree, "en"))

    def _said(self, tree: Expression, language: str) -> str:
        if isinstance(tree, Literal):
            return _value(tree, language)
        if isinstance(tree, Name):
            return self.called(tree).in_language(language)
        return self._counted(tree, language) or self._call(tree, language)

    def _call(self, call: Call, language: str) -> str:
        first, last = call.operands[0], call.operands[-1]
        if call.name == "not" and isinstance(first, Call) and first.name == "in":
            return self._call(Call("not in", first.operands), language)
        if call.name == "-" and first == Literal(0):
            return f"minus {self._inner(call, 1, language)}"
        if call.name in EMPTY and last == Literal(""):
            return EMPTY[call.name].in_language(language).format(self._said(first, language))
        if call.name == "missing" and self._must_agree(first):
            return DISAGREE.in_language(language).format(self._said(first, language))
        parts = [self._inner(call, place, language) for place in range(len(call.operands))]
        if call.name in OF_MANY:
            return _many(call.name, parts, language)
        phrases = PHRASES
        if call.name in OF_DATES and kind_of(call.operands[0], self.kinds) == DATE:
            phrases = OF_DATES
        return phrases[call.name].in_language(language).format(*parts)

    def _must_agree(self, tree: Expression) -> bool:
        """Whether it is a value that the rows found must agree on."""
        if not isinstance(tree, Name) or tree.owner not in self.facts:
            return False
        return tree.attribute in self.facts[tree.owner].values

    def _inner(self, call: Call, place: int, language: str) -> str:
        """An operand, in brackets where it binds less than its operator."""
        operand = call.operands[place]
        said = self._said(operand, language)
        return f"({said})" if _binds(operand) < _binds(call) else said

    def _counted(self, call: Call, language: str) -> str:
        """`fact.matches == 0` as "there is no …"; "" for all else."""
        if len(call.operands) != 2:  # noqa: PLR2004
            return ""
        name, number = call.operands
        if not (isinstance(name, Name) and isinstance(number, Literal)):
            return ""
        if name.attribute not in ("matches", "known") or name.owner not in self.facts:
            return ""
        return self._whether(
            self.facts[name.owner], name.attribute, (call.name, number.value), language
        )

    def _whether(self, fact: Fact, answer: str, asked: tuple[str, object], language: str) -> str:
        dated = answer == "known" and bool(fact.on)
        if asked in ABSENT:
            said, tail = NONE, ON_ANY_DATE
        elif asked in PRESENT or (answer == "known" and asked == ("==", 1)):
            said, tail = SOME, SOME_DATE
        else:
            return ""
        title = self.fact_called(fact).in_language(language)
        return said.in_language(language).format(title) + tail.in_language(language) * dated


def _many(name: str, parts: list[str], language: str) -> str:
    phrase = OF_MANY[name].in_language(language)
    if "{1}" in phrase:
        return phrase.format(parts[0], ", ".join(parts[1:]))
    return phrase.format("; ".join(parts))


def _binds(tree: Expression) -> int:
    """How tightly: a function, a name or a value needs no brackets."""
    return BINDS.get(tree.name, TIGHT) if isinstance(tree, Call) else TIGHT


def _value(literal: Literal, language: str) -> str:
    if isinstance(literal.value, date):
        return worded(literal.value, "date", language)
    if isinstance(literal.value, str):
        return f"»{literal.value}«" if language == "da" else f"“{literal.value}”"
    return worded(literal.value, "number", language)
