"""Our Schematron compiler: what a schema may be made of, and what it means."""

from __future__ import annotations

from pathlib import Path

import pytest
from saxonche import PySaxonProcessor

from gevinst.engines.conformance.schematron import (
    SchematronFault,
    ids_of,
    read_schema,
    stylesheet_of,
)

SAXON = PySaxonProcessor(license=False)
HEAD = '<schema xmlns="http://purl.oclc.org/dsdl/schematron" queryBinding="xslt2"'
ORDER = "<order><line n='1'/><line n='2'/><line n='2'/></order>"


def schema(inside: str, attributes: str = "") -> str:
    return f"{HEAD} {attributes}>{inside}</schema>"


def pattern(rules: str, attributes: str = "") -> str:
    return f"<pattern {attributes}>{rules}</pattern>"


def fired(folder: Path, text: str, document: str = ORDER) -> list[str]:
    """The ids that fire, in order, each as often as it fires."""
    file = folder / "main.sch"
    file.write_text(text, encoding="utf-8")
    compiled = SAXON.new_xslt30_processor().compile_stylesheet(
        stylesheet_text=stylesheet_of(read_schema(file))
    )
    written = compiled.transform_to_string(xdm_node=SAXON.parse_xml(xml_text=document))
    return [line.partition("\t")[0] for line in (written or "").splitlines()]


CASES = [
    ("assert", pattern('<rule context="line"><assert id="A" test="@n = 1"/></rule>'), ["A", "A"]),
    ("report", pattern('<rule context="line"><report id="R" test="@n = 1"/></rule>'), ["R"]),
    (
        "first rule of a pattern wins",
        pattern(
            '<rule context="line[@n = 1]"><assert id="A" test="false()"/></rule>'
            '<rule context="line"><assert id="B" test="false()"/></rule>'
        ),
        ["A", "B", "B"],
    ),
    (
        "patterns do not hide each other",
        pattern('<rule context="order"><assert id="A" test="false()"/></rule>')
        + pattern('<rule context="order"><assert id="B" test="false()"/></rule>'),
        ["A", "B"],
    ),
    ("attribute", pattern('<rule context="@n"><assert id="A" test=". = 1"/></rule>'), ["A", "A"]),
    ("document", pattern('<rule context="/"><assert id="A" test="line"/></rule>'), ["A"]),
    (
        "let of the schema, the pattern and the rule",
        '<let name="one" value="1"/>'
        + pattern(
            '<let name="two" value="$one + 1"/>'
            '<rule context="order"><let name="found" value="count(line)"/>'
            '<assert id="A" test="$found = $one + $two"/>'
            '<assert id="B" test="$found = $two"/></rule>'
        ),
        ["B"],
    ),
    (
        "let with a type and with content",
        '<let name="limit" as="xs:integer" value="2"/><let name="words"><a/><a/></let>'
        + pattern(
            '<rule context="order"><assert id="A" test="count($words/*:a) gt $limit"/></rule>'
        ),
        ["A"],
    ),
    (
        "abstract rule, extended twice over",
        pattern(
            '<rule abstract="true" id="basis"><assert id="A" test="@n = 1"/></rule>'
            '<rule abstract="true" id="more"><extends rule="basis"/></rule>'
            '<rule context="line"><extends rule="more"/><assert id="B" test="@n = 2"/></rule>'
        ),
        ["B", "A", "A"],
    ),
    (
        "abstract pattern with parameters",
        pattern(
            '<rule context="$what"><assert id="A" test="$test"/></rule>', 'abstract="true" id="m"'
        )
        + pattern(
            '<param name="what" value="line"/><param name="test" value="@n = 1"/>', 'is-a="m"'
        ),
        ["A", "A"],
    ),
    (
        "function and key",
        '<ns prefix="u" uri="utils"/>'
        '<xsl:function xmlns:xsl="http://www.w3.org/1999/XSL/Transform" name="u:odd">'
        '<xsl:param name="n"/><xsl:sequence select="xs:integer($n) mod 2 = 1"/></xsl:function>'
        '<xsl:key xmlns:xsl="http://www.w3.org/1999/XSL/Transform" name="n" match="line" use="@n"/>'
        + pattern(
            '<rule context="line"><assert id="A" test="u:odd(@n)"/>'
            '<report id="B" test="count(key(\'n\', @n)) = 2"/></rule>'
        ),
        ["A", "B", "A", "B"],
    ),
    (
        "id from the text, from the pattern, or none",
        pattern(
            '<rule context="order"><assert test="false()">[F-INV-1] Wrong</assert></rule>', 'id="P"'
        )
        + pattern('<rule context="order"><assert test="false()">Wrong</assert></rule>', 'id="P"')
        + pattern('<rule context="order"><assert test="false()">it is wrong</assert></rule>'),
        ["F-INV-1", "P", "assert"],
    ),
    (
        "id with an apostrophe",
        pattern('<rule context="order"><assert id="A\'s" test="false()"/></rule>'),
        ["A's"],
    ),
]


@pytest.mark.parametrize(
    ("text", "expected"), [pytest.param(*case[1:], id=case[0]) for case in CASES]
)
def test_what_fires(tmp_path: Path, text: str, expected: list[str]) -> None:
    assert fired(tmp_path, schema(text)) == expected


def test_only_patterns_of_the_default_phase_run(tmp_path: Path) -> None:
    text = "".join(
        pattern(
            f'<rule context="order"><assert id="{name}" test="false()"/></rule>', f'id="{name}"'
        )
        for name in "AB"
    )
    phases = '<phase id="x"><active pattern="B"/></phase>'
    assert fired(tmp_path, schema(phases + text, 'defaultPhase="x"')) == ["B"]


def test_included_files_stand_beside_the_one_that_names_them(tmp_path: Path) -> None:
    (tmp_path / "parts").mkdir()
    part = pattern(
        '<include href="rule.sch"/>', 'xmlns="http://purl.oclc.org/dsdl/schematron" id="P"'
    )
    (tmp_path / "parts" / "pattern.sch").write_text(part)
    rule = (
        f'<rule xmlns="{HEAD.split(chr(34))[1]}" context="order"><assert id="A" test="x"/></rule>'
    )
    (tmp_path / "parts" / "rule.sch").write_text(rule)
    assert fired(tmp_path, schema('<include href="parts/pattern.sch"/>')) == ["A"]


def test_ids_are_those_of_asserts_and_reports(tmp_path: Path) -> None:
    file = tmp_path / "main.sch"
    inside = '<rule context="a"><assert id="A" test="b"/><report id="R" test="c"/></rule>'
    file.write_text(schema(pattern(inside)))
    assert ids_of(read_schema(file)) == {"A", "R"}


@pytest.mark.parametrize(
    ("flag", "expected"),
    [
        ("", "fatal"),
        ('flag="warning"', "warning"),
        ('role="INFO"', "warning"),
        ('flag="x"', "fatal"),
    ],
)
def test_flags(tmp_path: Path, flag: str, expected: str) -> None:
    file = tmp_path / "main.sch"
    file.write_text(schema(pattern(f'<rule context="a"><assert id="A" test="b" {flag}/></rule>')))
    assert f"'A', '{expected}'" in stylesheet_of(read_schema(file))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("<schema>", "main.sch"),
        ("<other/>", "expected a schema"),
        (schema("").replace("xslt2", "exslt"), "query binding"),
        (schema(pattern("", 'is-a="gone"')), "no abstract pattern 'gone'"),
        (
            schema(pattern('<rule context="a"><extends rule="gone"/></rule>')),
            "no abstract rule 'gone'",
        ),
        (schema('<include href="gone.sch"/>'), "gone.sch"),
        (schema('<include href="main.sch"/>'), "deeper than"),
        (schema('<include href="https://example.dk/a.sch"/>'), "not a file beside it"),
    ],
)
def test_what_cannot_be_read_is_said(tmp_path: Path, text: str, said: str) -> None:
    file = tmp_path / "main.sch"
    file.write_text(text)
    with pytest.raises(SchematronFault, match=said):
        read_schema(file)


def test_one_variable_may_not_mean_two_things(tmp_path: Path) -> None:
    lets = "".join(pattern(f'<let name="x" value="{value}"/>') for value in (1, 1, 2))
    with pytest.raises(SchematronFault, match="defined twice"):
        fired(tmp_path, schema(lets))
