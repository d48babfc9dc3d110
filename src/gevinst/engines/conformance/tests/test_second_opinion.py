"""A second opinion: official files run on Saxon, and how they differ from our findings."""

from __future__ import annotations

import builtins
from pathlib import Path

import pytest

from gevinst.engines.conformance import second_opinion as module
from gevinst.engines.conformance.judge import judge
from gevinst.engines.conformance.schematron import SchematronFault
from gevinst.engines.conformance.second_opinion import (
    Comparison,
    SaxonMissing,
    SecondOpinion,
    fired_ids,
)

UBL = "urn:oasis:names:specification:ubl:schema:xsd:"
INVOICE = (
    f'<Invoice xmlns="{UBL}Invoice-2" xmlns:cbc="{UBL}CommonBasicComponents-2">'
    "<cbc:CustomizationID>urn:cen.eu:en16931:2017</cbc:CustomizationID>{}</Invoice>"
)
SCHEMA = f"""<schema xmlns="http://purl.oclc.org/dsdl/schematron" queryBinding="xslt2">
<ns prefix="ubl" uri="{UBL}Invoice-2"/><ns prefix="cbc" uri="{UBL}CommonBasicComponents-2"/>
<pattern><rule context="/ubl:Invoice">
<assert id="BR-02" test="{{test}}"/><assert id="X-1" test="not(cbc:Note)"/>
</rule></pattern></schema>"""
SVRL = f"""<xsl:stylesheet version="2.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:ubl="{UBL}Invoice-2" xmlns:svrl="http://purl.oclc.org/dsdl/svrl">
<xsl:template match="/ubl:Invoice"><svrl:schematron-output>
<svrl:failed-assert id="BR-03"/><svrl:successful-report><svrl:text>[W-INV-9] Odd</svrl:text>
</svrl:successful-report></svrl:schematron-output></xsl:template></xsl:stylesheet>"""


def invoice(inside: str = "") -> bytes:
    return INVOICE.format(inside).encode()


def schema(folder: Path, test: str = "cbc:ID") -> Path:
    file = folder / "rules.sch"
    file.write_text(SCHEMA.format(test=test))
    return file


def compared(paths: list[Path], cache: Path, content: bytes) -> Comparison:
    return SecondOpinion(paths, cache).compared(content, judge([content])[0])


def test_what_both_find_is_no_difference(tmp_path: Path) -> None:
    assert compared([schema(tmp_path)], tmp_path / "cache", invoice()).agrees


def test_what_only_one_finds_is_a_difference(tmp_path: Path) -> None:
    file = schema(tmp_path, "true()")
    found = compared([file], tmp_path / "cache", invoice("<cbc:Note>x</cbc:Note>"))
    assert found == Comparison(only_ours=("BR-02",), only_theirs=("X-1",))


def test_a_compiled_stylesheet_is_run_as_it_is(tmp_path: Path) -> None:
    file = tmp_path / "official.xslt"
    file.write_text(SVRL)
    opinion = SecondOpinion([file], tmp_path / "cache")
    assert opinion.rules(invoice()) == {"BR-03", "W-INV-9"}
    assert opinion.ids == {"BR-03", "W-INV-9"}


def test_a_schema_is_compiled_once_and_kept_by_its_content(tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    SecondOpinion([schema(tmp_path)], cache)
    (kept,) = cache.iterdir()
    written = kept.stat().st_mtime_ns
    SecondOpinion([schema(tmp_path)], cache)
    assert kept.stat().st_mtime_ns == written
    SecondOpinion([schema(tmp_path, "true()")], cache)
    assert len(list(cache.iterdir())) == 2


def test_a_folder_stands_for_the_whole_files_in_it(tmp_path: Path) -> None:
    folder = tmp_path / "official"
    (folder / "parts").mkdir(parents=True)
    schema(folder)
    part = '<pattern xmlns="http://purl.oclc.org/dsdl/schematron"/>'
    (folder / "parts" / "part.sch").write_text(part)
    (folder / "README.md").write_text("about")
    assert SecondOpinion([folder], tmp_path / "cache").ids == {"BR-02", "X-1"}


def test_files_may_lie_deeper_in_a_folder(tmp_path: Path) -> None:
    (tmp_path / "a" / "b").mkdir(parents=True)
    schema(tmp_path / "a" / "b")
    assert SecondOpinion([tmp_path / "a"], tmp_path / "cache").ids == {"BR-02", "X-1"}


def test_an_empty_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SchematronFault, match="no Schematron schema"):
        SecondOpinion([tmp_path], tmp_path / "cache")


def test_another_kind_of_file_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "rules.txt"
    file.write_text("x")
    with pytest.raises(SchematronFault, match=r"expected one of \.sch, \.xsl, \.xslt"):
        SecondOpinion([file], tmp_path / "cache")


def test_a_test_that_is_no_xpath_is_said_with_the_file(tmp_path: Path) -> None:
    with pytest.raises(SchematronFault, match=r"\.xsl"):
        SecondOpinion([schema(tmp_path, "cbc:ID )(")], tmp_path / "cache")


@pytest.mark.parametrize("content", [b"<Invoice", "<a>é</a>".encode("latin-1")])
def test_a_document_that_cannot_be_read_is_a_fault(tmp_path: Path, content: bytes) -> None:
    opinion = SecondOpinion([schema(tmp_path)], tmp_path / "cache")
    found = opinion.compared(content, judge([content])[0])
    assert found.fault
    assert not found.agrees


def test_a_check_that_ends_in_an_error_is_a_fault(tmp_path: Path) -> None:
    file = schema(tmp_path, "xs:decimal(cbc:CustomizationID) = 1")
    assert "urn:cen.eu" in compared([file], tmp_path / "cache", invoice()).fault


@pytest.mark.parametrize(
    "content",
    [
        b"\xef\xbb\xbf" + invoice(),
        b'<?xml version="1.0" encoding="ISO-8859-1"?>'
        + INVOICE.format("<cbc:Note>\xe6</cbc:Note>").encode("latin-1"),
    ],
)
def test_byte_order_marks_and_other_encodings_are_read(tmp_path: Path, content: bytes) -> None:
    opinion = SecondOpinion([schema(tmp_path)], tmp_path / "cache")
    assert "BR-02" in opinion.rules(content)


def test_the_report_of_oioubl_names_its_rules_in_the_text() -> None:
    report = (
        "<Schematron><Error><Pattern>x</Pattern><Description>[F-INV-126] Sum</Description></Error>"
        "<Warning><Description>no id</Description></Warning></Schematron>"
    )
    assert list(fired_ids(report)) == ["F-INV-126", "assert"]


def test_without_saxon_it_says_how_to_install_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone(name: str) -> object:
        raise builtins.ImportError(name)

    monkeypatch.setattr(module, "import_module", gone)
    with pytest.raises(SaxonMissing, match=r"gevinst\[schematron\]"):
        SecondOpinion([schema(tmp_path)], tmp_path / "cache")
