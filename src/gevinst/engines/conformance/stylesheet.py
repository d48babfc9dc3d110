"""The rules as an XSLT 3 stylesheet that writes one line a fired rule: an independent evaluator."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from xml.sax.saxutils import quoteattr

from lxml import etree

from gevinst.engines.conformance.codelists import code_list, names_in
from gevinst.engines.conformance.ruleset import FormatRule, RuleSet
from gevinst.engines.conformance.xpath.parser import NAMESPACES

FUNCTIONS = Path(__file__).parent / "stylesheet_functions.xsl"
OWN = "urn:gevinst:conformance"
XSLT = "http://www.w3.org/1999/XSL/Transform"
PREFIXES = {
    **NAMESPACES,
    "xsl": XSLT,
    "xs": "http://www.w3.org/2001/XMLSchema",
    "map": "http://www.w3.org/2005/xpath-functions/map",
    "g": OWN,
}
# Casts of values that cannot be cast are missing values here, not the end of the run.
CAST = re.compile(r"\bxs:(decimal|integer|date|double)\(")


def stylesheet(rulesets: Sequence[RuleSet]) -> str:
    """An XSLT 3 stylesheet: a document in, lines of rule id, tab and path of the node out.

    Raises `ValueError` when two rule sets define one document variable differently.
    """
    declared = " ".join(f"xmlns:{name}={quoteattr(uri)}" for name, uri in PREFIXES.items())
    parts = [
        f'<xsl:stylesheet version="3.0" exclude-result-prefixes="#all" {declared}>',
        '<xsl:output method="text"/>',
        '<xsl:mode name="rules" on-no-match="shallow-skip"/>',
        *_document_variables(rulesets),
        _code_lists(rulesets),
        _prefixes(),
        *_functions(),
        '<xsl:template match="/"><xsl:apply-templates select="/*" mode="rules"/></xsl:template>',
        *_templates([rule for ruleset in rulesets for rule in ruleset.rules]),
        "</xsl:stylesheet>",
    ]
    return "\n".join(parts)


def _document_variables(rulesets: Iterable[RuleSet]) -> Iterator[str]:
    known: dict[str, str] = {}
    for ruleset in rulesets:
        for name, expression in ruleset.lets.items():
            if known.setdefault(name, expression) != expression:
                raise ValueError(f"${name} of {ruleset.name} stands in another rule set for more")
    for name, expression in known.items():
        yield (
            f'<xsl:variable name="{name}" as="item()*"><xsl:for-each select="/*">'
            f"<xsl:sequence select={_attribute(expression)}/></xsl:for-each></xsl:variable>"
        )


def _code_lists(rulesets: Iterable[RuleSet]) -> str:
    """`$g:lists`: list name -> code -> true, for the lists that the rules name."""
    texts = " ".join(
        text for ruleset in rulesets for rule in ruleset.rules for text in _expressions(rule)
    ) + " ".join(text for ruleset in rulesets for text in ruleset.lets.values())
    # Never empty: Saxon refuses to look anything up in a map that it knows to be empty.
    entries = "'': map{}" + "".join(
        f", '{name}': map:merge(tokenize('{' '.join(code_list(name))}', ' ') ! map{{.: true()}})"
        for name in names_in(texts)
    )
    return f'<xsl:variable name="g:lists" select="map{{{entries}}}"/>'


def _prefixes() -> str:
    """`$g:prefixes`: namespace -> the prefix that a path is written with."""
    entries = ", ".join(f"'{uri}': '{prefix}'" for prefix, uri in NAMESPACES.items())
    return f'<xsl:variable name="g:prefixes" select="map{{{entries}}}"/>'


def _expressions(rule: FormatRule) -> tuple[str, ...]:
    return (rule.context, rule.test, *rule.lets.values())


def _functions() -> list[str]:
    """The functions of prefix `g:`, which stand in a stylesheet of their own."""
    root = etree.parse(str(FUNCTIONS)).getroot()
    return [
        etree.tostring(child, encoding="unicode") for child in root.iterchildren(f"{{{XSLT}}}*")
    ]


def _templates(rules: Iterable[FormatRule]) -> Iterator[str]:
    """A template a context; each hands on to the next, so that no context hides another."""
    by_context: dict[str, list[FormatRule]] = {}
    for rule in rules:
        by_context.setdefault(rule.context, []).append(rule)
    for priority, (context, group) in enumerate(by_context.items(), start=1):
        body = "".join(_check(rule) for rule in group)
        yield (
            f'<xsl:template match={_attribute(context)} mode="rules" priority="{priority}">'
            f"{body}<xsl:next-match/></xsl:template>"
        )
    # Attributes are contexts too, and shallow-skip does not visit them below an element that matched.
    yield (
        '<xsl:template match="*" mode="rules" priority="0">'
        '<xsl:apply-templates select="@*, *" mode="rules"/></xsl:template>'
    )


def _check(rule: FormatRule) -> str:
    lets = "".join(
        f'<xsl:variable name="{name}" select={_attribute(expression)}/>'
        for name, expression in rule.lets.items()
    )
    return (
        f'<xsl:if test="true()">{lets}<xsl:if test={_attribute(f"not({rule.test})")}>'
        f"<xsl:value-of select=\"'{rule.id}&#9;' || g:path(.) || '&#10;'\"/></xsl:if></xsl:if>"
    )


def _attribute(expression: str) -> str:
    return quoteattr(CAST.sub(r"g:\1(", expression))


def fired(lines: str) -> list[tuple[str, str]]:
    """Rule id and path of each line that the stylesheet wrote.

    >>> fired("BR-01\\t/ubl:Invoice[1]\\n")
    [('BR-01', '/ubl:Invoice[1]')]
    """
    pairs = (line.partition("\t") for line in lines.splitlines() if line)
    return [(rule, path) for rule, _, path in pairs]
