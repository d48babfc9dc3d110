"""Reads an expression into its tree, by recursive descent in the order of XPath's precedences."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from functools import lru_cache
from types import MappingProxyType

from gevinst.engines.conformance.codelists import all_names
from gevinst.engines.conformance.xpath.lexer import Token, XPathFault, tokens
from gevinst.engines.conformance.xpath.signatures import SIGNATURES
from gevinst.engines.conformance.xpath.syntax import (
    Binary,
    Call,
    Castable,
    Comma,
    Each,
    Filter,
    Here,
    If,
    Let,
    Negative,
    Node,
    Number,
    Root,
    Slash,
    Step,
    Text,
    Variable,
    made,
)  # fmt: skip

COMMON = "urn:oasis:names:specification:ubl:schema:xsd:"
NAMESPACES = MappingProxyType(
    {
        "cac": COMMON + "CommonAggregateComponents-2",
        "cbc": COMMON + "CommonBasicComponents-2",
        "ext": COMMON + "CommonExtensionComponents-2",
        "ubl": COMMON + "Invoice-2",
        "cn": COMMON + "CreditNote-2",
        "xsi": "http://www.w3.org/2001/XMLSchema-instance",
    }
)
# As documents are usually written: the root element has no prefix.
PREFIXES = MappingProxyType(
    {uri: prefix for prefix, uri in NAMESPACES.items() if prefix not in ("ubl", "cn")}
)
AXES = (
    "child", "attribute", "parent", "self", "descendant", "descendant-or-self", "ancestor",
    "ancestor-or-self", "preceding-sibling", "following-sibling", "preceding", "following",
)  # fmt: skip
TYPES = ("decimal", "integer", "date", "double", "string", "boolean")
GENERAL = {"=": "=", "!=": "!=", "<": "<", "<=": "<=", ">": ">", ">=": ">="}
VALUE = {"eq": "=", "ne": "!=", "lt": "<", "le": "<=", "gt": ">", "ge": ">="}
ANYTHING = ("descendant-or-self", "node", None, None)
Lets = tuple[tuple[str, Node], ...]


def name_of(uri: str, local: str) -> str:
    """The name as documents usually write it.

    >>> name_of(NAMESPACES["cbc"], "ID"), name_of(NAMESPACES["ubl"], "Invoice")
    ('cbc:ID', 'Invoice')
    """
    return f"{PREFIXES[uri]}:{local}" if uri in PREFIXES else local


@lru_cache(maxsize=65_536)
def parse(source: str, lets: Lets = ()) -> Node:
    """The tree of `source`, `$name` replaced by what `lets` says. Raises `XPathFault`.

    >>> parse("cbc:ID = 'a'").sign
    '='
    """
    parser = _Parser(source, dict(lets))
    tree = parser.sequence()
    parser.expect("end", "the end of the expression")
    return tree


def _names_list(arguments: tuple[Node, ...]) -> bool:
    return any(isinstance(node, Text) and node.value in all_names() for node in arguments)


class _Parser:
    """One expression being read."""

    def __init__(self, source: str, lets: dict[str, Node]) -> None:
        self.source, self.tokens, self.at = source, tokens(source), 0
        self.lets, self.bound = lets, [""]

    @property
    def token(self) -> Token:
        return self.tokens[self.at]

    def peek(self, ahead: int = 1) -> str:
        return self.tokens[min(self.at + ahead, len(self.tokens) - 1)].value

    def is_sign(self, *values: str) -> bool:
        return self.token.kind == "sign" and self.token.value in values

    def is_word(self, *values: str) -> bool:
        return self.token.kind == "name" and self.token.value in values

    def fault(self, expected: str, at: int | None = None) -> XPathFault:
        token = self.token if at is None else self.tokens[at]
        return XPathFault(self.source, token.column, expected, repr(token.value))

    def take(self) -> str:
        self.at += 1
        return self.tokens[self.at - 1].value

    def expect(self, kind: str, expected: str) -> str:
        if self.token.kind != kind:
            raise self.fault(expected)
        value = self.token.value
        self.at += kind != "end"
        return value

    def sign(self, value: str) -> None:
        if not self.is_sign(value):
            raise self.fault(repr(value))
        self.at += 1

    def word(self, value: str) -> None:
        if not self.is_word(value):
            raise self.fault(repr(value))
        self.at += 1

    def sequence(self) -> Node:
        items = [self.single()]
        while self.is_sign(","):
            self.take()
            items.append(self.single())
        return items[0] if len(items) == 1 else made(Comma, tuple(items))

    def single(self) -> Node:
        if self.is_word("for", "some", "every") and self.peek() == "$":
            return self.each(self.take())
        if self.is_word("if") and self.peek() == "(":
            return self.condition()
        return self.alternatives()

    def each(self, word: str) -> Node:
        self.sign("$")
        name = self.expect("name", "the name of a variable")
        self.word("in")
        over = self.single()
        self.bound.append(name)
        if self.is_sign(","):
            self.take()
            body = self.each(word)
        else:
            self.word("return" if word == "for" else "satisfies")
            body = self.single()
        self.bound.pop()
        return made(Each, word, name, over, body)

    def condition(self) -> Node:
        self.take()
        self.sign("(")
        test = self.sequence()
        self.sign(")")
        self.word("then")
        yes = self.single()
        self.word("else")
        return made(If, test, yes, self.single())

    def chain(self, below: Callable[[], Node], *words: str) -> Node:
        left = below()
        while self.token.value in words and self.token.kind in ("name", "sign"):
            left = made(Binary, self.take(), left, below())
        return left

    def alternatives(self) -> Node:
        return self.chain(self.all_of, "or")

    def all_of(self) -> Node:
        return self.chain(self.comparison, "and")

    def comparison(self) -> Node:
        left = self.span()
        signs = GENERAL if self.token.kind == "sign" else VALUE if self.token.kind == "name" else {}
        if self.token.value not in signs:
            return left
        return made(Binary, signs[self.take()], left, self.span())

    def span(self) -> Node:
        return self.chain(self.additive, "to")

    def additive(self) -> Node:
        return self.chain(self.multiplicative, "+", "-")

    def multiplicative(self) -> Node:
        return self.chain(self.union, "*", "div", "idiv", "mod")

    def union(self) -> Node:
        left = self.cast()
        while self.is_sign("|") or self.is_word("union"):
            self.take()
            left = made(Binary, "|", left, self.cast())
        return left

    def cast(self) -> Node:
        value = self.unary()
        if not (self.is_word("castable", "cast") and self.peek() == "as"):
            return value
        word = self.take()
        self.word("as")
        kind = self.expect("name", "a type").removeprefix("xs:")
        if kind not in TYPES:
            raise self.fault("one of the types " + ", ".join(f"xs:{name}" for name in TYPES))
        optional = self.is_sign("?")
        self.at += optional
        if word == "castable":
            return made(Castable, value, kind, optional)
        return made(Call, "string" if kind == "string" else f"xs:{kind}", (value,))

    def unary(self) -> Node:
        if self.is_sign("-"):
            self.take()
            return made(Negative, self.unary())
        if self.is_sign("+"):
            self.take()
            return self.unary()
        return self.path()

    def path(self) -> Node:
        if self.is_sign("/"):
            self.take()
            left: Node = made(Root)
            if not self.starts_step():
                return left
            left = made(Slash, left, self.step())
        elif self.is_sign("//"):
            self.take()
            left = self.below(made(Root))
        else:
            left = self.step()
        while self.is_sign("/", "//"):
            left = made(Slash, left, self.step()) if self.take() == "/" else self.below(left)
        return left

    def below(self, left: Node) -> Node:
        """`left//step`; where the step is plain, straight to the descendants."""
        step = self.step()
        if isinstance(step, Step) and step.axis == "child" and step.kind == "name":
            return made(Slash, left, made(Step, "descendant", "name", step.uri, step.local))
        return made(Slash, made(Slash, left, made(Step, *ANYTHING)), step)

    def starts_step(self) -> bool:
        return self.token.kind in ("name", "axis") or self.is_sign("*", "@", ".", "..")

    def step(self) -> Node:
        node = self.primary()
        while self.is_sign("["):
            self.take()
            node = made(Filter, node, self.sequence())
            self.sign("]")
        return node

    def primary(self) -> Node:
        token = self.token
        if token.kind == "text":
            return made(Text, self.take())
        if token.kind == "number":
            return made(Number, Decimal(self.take()))
        if token.kind == "name" and self.peek() == "(" and token.value not in ("text", "node"):
            return self.call()
        if token.kind in ("name", "axis"):
            return self.along()
        return self.punctuated()

    def punctuated(self) -> Node:
        if self.is_sign("*", "@"):
            return self.along()
        if self.is_sign("(", "$", ".", ".."):
            return {"(": self.group, "$": self.variable, ".": self.here, "..": self.up}[
                self.take()
            ]()
        raise self.fault("an expression")

    def here(self) -> Node:
        return made(Here)

    def up(self) -> Node:
        return made(Step, "parent", "node", None, None)

    def group(self) -> Node:
        if self.is_sign(")"):
            self.take()
            return made(Comma, ())
        inner = self.sequence()
        self.sign(")")
        # A filter on a parenthesis counts over the whole of it, not per step.
        return made(Comma, (inner,)) if isinstance(inner, Step | Filter) else inner

    def variable(self) -> Node:
        name = self.expect("name", "the name of a variable")
        if name in self.bound:
            return made(Variable, name)
        if name not in self.lets:
            known = ", ".join(self.lets) or "none"
            raise self.fault(f"a variable that is defined ({known})", self.at - 1)
        return self.lets[name]

    def call(self) -> Node:
        at = self.at
        name = self.take().removeprefix("fn:")
        if name not in SIGNATURES:
            raise self.fault("a function of the subset", at)
        arguments = self.arguments()
        if name == "g:in-list" and not _names_list(arguments[-1:]):
            raise self.fault("the name of a list in codelists/ as second argument", at)
        low, high, _ = SIGNATURES[name]
        if not low <= len(arguments) <= high:
            raise self.fault(f"{low} to {high} arguments of {name}()", at)
        return made(Call, name, arguments)

    def arguments(self) -> tuple[Node, ...]:
        self.sign("(")
        found: list[Node] = []
        while not self.is_sign(")"):
            found.append(self.single())
            if not self.is_sign(")"):
                self.sign(",")
        self.take()
        return tuple(found)

    def along(self) -> Node:
        axis = "child"
        if self.token.kind == "axis":
            axis = self.take()
            if axis not in AXES:
                raise self.fault("an axis: " + ", ".join(AXES), self.at - 1)
            self.sign("::")
        elif self.is_sign("@"):
            self.take()
            axis = "attribute"
        if self.is_sign("*"):
            self.take()
            return made(Step, axis, "name", None, None)
        return self.named(axis)

    def named(self, axis: str) -> Node:
        at = self.at
        name = self.expect("name", "a name")
        if self.is_sign("("):
            self.take()
            self.sign(")")
            return made(Step, axis, name, None, None)
        if self.is_sign(":*"):
            self.take()
            return made(Step, axis, "name", self.uri(name, at), None)
        prefix, colon, local = name.rpartition(":")
        return made(Step, axis, "name", self.uri(prefix, at) if colon else "", local)

    def uri(self, prefix: str, at: int) -> str:
        if prefix not in NAMESPACES:
            raise self.fault("one of the prefixes " + ", ".join(NAMESPACES), at)
        return NAMESPACES[prefix]


def let(value: Node, *, at_document: bool) -> Node:
    """What a variable of a rule (or, `at_document`, of its rule set) stands for."""
    return value if isinstance(value, Text | Number) else made(Let, at_document, value)
