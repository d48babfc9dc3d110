"""`gevinst einvoice check --schematron`: differences are reported, and what is missing is said."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from gevinst.cli.main import main
from gevinst.engines.conformance import second_opinion

UBL = "urn:oasis:names:specification:ubl:schema:xsd:"
INVOICE = (
    f'<Invoice xmlns="{UBL}Invoice-2" xmlns:cbc="{UBL}CommonBasicComponents-2">'
    "<cbc:CustomizationID>urn:cen.eu:en16931:2017</cbc:CustomizationID></Invoice>"
)
SCHEMA = f"""<schema xmlns="http://purl.oclc.org/dsdl/schematron" queryBinding="xslt2">
<ns prefix="cbc" uri="{UBL}CommonBasicComponents-2"/>
<pattern><rule context="/*"><assert id="BR-02" test="{{first}}"/>
<assert id="BR-99" test="{{second}}"/></rule></pattern></schema>"""


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("GEVINST_LANGUAGE", "en")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


def check(folder: Path, first: str, second: str, *more: str) -> Result:
    document, schema = folder / "a.xml", folder / "rules.sch"
    document.write_text(INVOICE)
    schema.write_text(SCHEMA.format(first=first, second=second))
    arguments = ["einvoice", "check", str(document), "--schematron", str(schema), *more]
    return CliRunner().invoke(main, arguments)


@pytest.mark.parametrize(
    ("first", "second", "said"),
    [
        ("false()", "true()", "= the official files find the same"),
        ("true()", "true()", "≠ only Gevinst finds: BR-02"),
        ("false()", "false()", "≠ only the official files find: BR-99"),
        ("xs:date(cbc:CustomizationID) = 1", "true()", "? the official files could not run"),
    ],
)
def test_differences_are_said(tmp_path: Path, first: str, second: str, said: str) -> None:
    assert said in check(tmp_path, first, second).output


def test_differences_are_in_the_json(tmp_path: Path) -> None:
    record = json.loads(check(tmp_path, "true()", "false()", "--json").stdout)
    differ = {"only_ours": ["BR-02"], "only_theirs": ["BR-99"], "fault": ""}
    assert record["second_opinion"] == differ


def test_a_document_that_is_too_large_gets_no_second_opinion(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("gevinst.engines.einvoice.guard.MAX_BYTES", 10)
    assert "second_opinion" not in check(tmp_path, "true()", "true()", "--json").stdout


def test_without_saxon_it_says_how_to_install_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone(name: str) -> object:
        raise ImportError(name)

    monkeypatch.setattr(second_opinion, "import_module", gone)
    result = check(tmp_path, "true()", "true()")
    assert result.exit_code == 2
    assert "pip install 'gevinst[schematron]'" in result.output


def test_a_file_that_is_no_schema_is_refused(tmp_path: Path) -> None:
    result = check(tmp_path, "true()", "true()", "--schematron", str(tmp_path / "a.xml"))
    assert (result.exit_code, "Cannot use the file" in result.output) == (2, True)
