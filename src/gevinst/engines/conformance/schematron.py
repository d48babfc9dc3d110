"""Schematron with the query binding of XSLT 2 or 3, written as an XSLT 3 stylesheet.

A schema is first made plain (includes, abstract patterns and rules), then each pattern becomes a mode in
which the first rule that matches a node is the only one, as Schematron says.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from copy import deepcopy
from pathlib import Path
from xml.sax.saxutils import quoteattr

from lxml import etree

NAMESPACES = ("http://purl.oclc.org/dsdl/schematron", "http://www.ascc.net/xml/schematron")
XSLT = "http://www.w3.org/1999/XSL/Transform"
BINDINGS = ("xslt", "xslt2", "xslt3", "xpath2", "xpath3", "xpath31")
NAMED = re.compile(r"\s*\[?([A-Z][A-Z0-9]*(?:-[A-Za-z0-9]+)+)\]?")
REFERENCE = re.compile(r"\$([A-Za-z_][\w.-]*)")
DEEPEST = 20

Element = etree._Element


class SchematronFault(ValueError):
    """A file that cannot be used as a Schematron schema; the message says which and why."""


def read_schema(file: Path) -> Element:
    """The schema in `file`, with includes, abstract patterns and abstract rules written out.

    Raises `SchematronFault`.
    """
    schema = _included(file, 0)
    if _local(schema) != "schema":
        raise SchematronFault(f"{file}: expected a schema, found {_local(schema)!r}")
    binding = schema.get("queryBinding", "xslt")
    if binding.lower() not in BINDINGS:
        raise SchematronFault(f"{file}: the query binding {binding!r} is none of {BINDINGS}")
    _write_out_patterns(schema, file)
    _write_out_rules(schema, file)
    schema.set("{http://www.w3.org/XML/1998/namespace}base", file.absolute().as_uri())
    return schema


def _included(file: Path, depth: int) -> Element:
    """The root of `file` with every include replaced by what it names."""
    if depth > DEEPEST:
        raise SchematronFault(f"{file}: includes go deeper than {DEEPEST}")
    root = parsed(file)
    for element in _named(root, "include"):
        other = _included(file.parent / _file_name(element.get("href", ""), file), depth + 1)
        _replace(element, [other])
    return root


def parsed(file: Path) -> Element:
    """The root element of an XML file; no DTD and no network. Raises `SchematronFault`."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True)
    try:
        return etree.parse(str(file), parser).getroot()
    except (OSError, etree.XMLSyntaxError) as error:
        raise SchematronFault(f"{file}: {error}") from error


def _file_name(href: str, file: Path) -> str:
    """The part of an include that names a file. Raises `SchematronFault` for an address elsewhere."""
    if "://" in href or not href:
        raise SchematronFault(f"{file}: includes {href!r}, which is not a file beside it")
    return href.partition("#")[0]


def _write_out_patterns(schema: Element, file: Path) -> None:
    """A pattern that `is-a` abstract one becomes a copy of it with the parameters filled in."""
    abstract = {each.get("id"): each for each in _named(schema, "pattern") if _abstract(each)}
    for pattern in _named(schema, "pattern"):
        model = pattern.get("is-a")
        if model is None:
            continue
        if model not in abstract:
            raise SchematronFault(f"{file}: no abstract pattern {model!r}")
        values = {
            str(each.get("name")): str(each.get("value")) for each in _named(pattern, "param")
        }
        for child in list(pattern):
            pattern.remove(child)
        pattern.extend(_filled(deepcopy(child), values) for child in abstract[model])
    for pattern in abstract.values():
        _replace(pattern, [])


def _filled(element: Element, values: Mapping[str, str]) -> Element:
    def value(found: re.Match[str]) -> str:
        return values.get(found[1], found[0])

    for each in element.iter(etree.Element):
        for name, text in each.attrib.items():
            # A parameter may itself name a parameter.
            each.set(name, REFERENCE.sub(value, REFERENCE.sub(value, str(text))))
    return element


def _write_out_rules(schema: Element, file: Path) -> None:
    """A rule that extends an abstract one takes over what stands in it."""
    abstract = {each.get("id"): each for each in _named(schema, "rule") if _abstract(each)}
    for _ in range(DEEPEST):
        extensions = [each for each in _named(schema, "extends") if not _in_abstract(each)]
        for extension in extensions:
            model = extension.get("rule")
            if model not in abstract:
                raise SchematronFault(f"{file}: no abstract rule {model!r}")
            _replace(extension, [deepcopy(child) for child in abstract[model]])
    for rule in abstract.values():
        _replace(rule, [])


def _replace(element: Element, others: Iterable[Element]) -> None:
    parent = next(element.iterancestors())
    at = parent.index(element)
    parent.remove(element)
    for offset, other in enumerate(others):
        parent.insert(at + offset, other)


def stylesheet_of(schema: Element) -> str:
    """An XSLT 3 stylesheet that writes a line a finding: id, flag and path, parted by tabs."""
    declared = " ".join(
        f"xmlns{':' if prefix else ''}{prefix}={quoteattr(uri)}"
        for prefix, uri in sorted(_prefixes(schema).items())
    )
    base = quoteattr(str(schema.get("{http://www.w3.org/XML/1998/namespace}base", "")))
    patterns = list(_active(schema))
    modes = [f"p{number}" for number, _ in enumerate(patterns, start=1)]
    return "\n".join(
        [
            f'<xsl:stylesheet version="3.0" xml:base={base} {declared}>',
            '<xsl:output method="text"/>',
            *(f'<xsl:mode name="{mode}" on-no-match="shallow-skip"/>' for mode in modes),
            *_foreign(schema),
            *_globals(schema, patterns),
            '<xsl:template match="/">',
            *(f'<xsl:apply-templates select="/" mode="{mode}"/>' for mode in modes),
            "</xsl:template>",
            *(
                rule
                for mode, pattern in zip(modes, patterns, strict=True)
                for rule in _rules(mode, pattern)
            ),
            "</xsl:stylesheet>",
        ]
    )


def _prefixes(schema: Element) -> dict[str, str]:
    own = {str(each.get("prefix")): str(each.get("uri")) for each in _named(schema, "ns")}
    declared = {
        prefix: uri
        for prefix, uri in schema.nsmap.items()
        if prefix is not None and uri not in NAMESPACES
    }
    return {**declared, **own, "xsl": XSLT, "xs": "http://www.w3.org/2001/XMLSchema"}


def _active(schema: Element) -> Iterator[Element]:
    """The patterns of the default phase; all where the schema names none."""
    phase = schema.get("defaultPhase", "#ALL")
    active = {
        each.get("pattern")
        for found in _named(schema, "phase")
        if found.get("id") == phase
        for each in _named(found, "active")
    }
    for pattern in _named(schema, "pattern"):
        if phase == "#ALL" or pattern.get("id") in active:
            yield pattern


def _foreign(schema: Element) -> Iterator[str]:
    """Functions and keys that the schema brings along."""
    for child in schema.iterdescendants(f"{{{XSLT}}}function", f"{{{XSLT}}}key"):
        yield etree.tostring(child, encoding="unicode", with_tail=False)


def _globals(schema: Element, patterns: Iterable[Element]) -> Iterator[str]:
    """Variables of the schema and of its patterns; one name may not mean two things."""
    known: dict[str, str] = {}
    for parent in (schema, *patterns):
        for each in _children(parent, "let"):
            name, text = str(each.get("name")), _variable(each)
            if name not in known:
                yield text
            elif known[name] != text:
                raise SchematronFault(f"${name} is defined twice, differently")
            known[name] = text


def _variable(element: Element) -> str:
    name = quoteattr(str(element.get("name")))
    kind = f" as={quoteattr(str(element.get('as')))}" if element.get("as") else ""
    value = element.get("value")
    if value is not None:
        return f"<xsl:variable name={name}{kind} select={quoteattr(value)}/>"
    inside = "".join(etree.tostring(child, encoding="unicode") for child in element)
    return f"<xsl:variable name={name}{kind}>{inside}</xsl:variable>"


def _rules(mode: str, pattern: Element) -> Iterator[str]:
    rules = _children(pattern, "rule")
    for priority, rule in zip(range(len(rules), 0, -1), rules, strict=True):
        context = quoteattr(str(rule.get("context")))
        body = "".join(
            _variable(each) if _local(each) == "let" else _check(each, pattern)
            for each in rule.iterchildren(etree.Element)
            if _local(each) in ("let", "assert", "report")
        )
        yield (
            f'<xsl:template match={context} mode="{mode}" priority="{priority}">{body}'
            f'<xsl:apply-templates select="@*, node()" mode="{mode}"/></xsl:template>'
        )


def _check(element: Element, pattern: Element) -> str:
    rule, flag = rule_id(element, pattern), _flag(element)
    test = str(element.get("test"))
    fires = test if _local(element) == "report" else f"not({test})"
    parts = f"'{quoted(rule)}', '{flag}', path(.)"
    line = f"string-join(({parts}), codepoints-to-string(9)) || codepoints-to-string(10)"
    return f"<xsl:if test={quoteattr(fires)}><xsl:value-of select={quoteattr(line)}/></xsl:if>"


def quoted(text: str) -> str:
    """As it stands inside a string literal of XPath.

    >>> quoted("it's")
    "it''s"
    """
    return text.replace("'", "''")


def rule_id(element: Element, pattern: Element) -> str:
    """The id of an assertion: its own, or the one that its text starts with, or its pattern's."""
    if element.get("id"):
        return str(element.get("id"))
    found = NAMED.match("".join(str(text) for text in element.itertext()))
    return found[1] if found else str(pattern.get("id") or "assert")


def _flag(element: Element) -> str:
    """`warning` for what is called so or less; everything else is fatal."""
    word = str(element.get("flag") or element.get("role") or "").lower()
    return "warning" if word.startswith(("warn", "info")) else "fatal"


def ids_of(schema: Element) -> frozenset[str]:
    """The ids of every assertion of the schema."""
    return frozenset(
        rule_id(check, pattern)
        for pattern in _active(schema)
        for name in ("assert", "report")
        for check in _named(pattern, name)
    )


def _local(element: Element) -> str:
    """The name of a Schematron element; nothing for any other."""
    name = etree.QName(element)
    return name.localname if name.namespace in NAMESPACES else ""


def _abstract(element: Element) -> bool:
    return element.get("abstract") == "true"


def _in_abstract(element: Element) -> bool:
    return any(_abstract(each) for each in element.iterancestors(etree.Element))


def _named(parent: Element, name: str) -> list[Element]:
    return [each for each in parent.iterdescendants(etree.Element) if _local(each) == name]


def _children(parent: Element, name: str) -> list[Element]:
    return [each for each in parent.iterchildren(etree.Element) if _local(each) == name]
