"""`gevinst einvoice check`: one JSON object a document, a report for people, a status by what was found."""

from __future__ import annotations

import errno
import json
import os
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from gevinst.cli import einvoice_check
from gevinst.cli.main import main
from gevinst.engines.einvoice import Draft, DraftLine, DraftParty, guard, write

GOOD = write(
    Draft(
        "peppol-bis-3",
        "invoice",
        "F1",
        date(2026, 11, 2),
        date(2026, 12, 2),
        DraftParty("Sælger", "10000009"),
        DraftParty("Køber", "29190925", gln="5798000000001"),
        (DraftLine("1", "Stol", Decimal(2), "EA", Decimal(100), Decimal(25)),),
    )
)
BAD = GOOD.replace(b"<cbc:DocumentCurrencyCode>DKK", b"<cbc:DocumentCurrencyCode>KR.")
FRAGMENT = b'<Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2"/>'
KEYS = ["rule", "severity", "outcome", "path", "message", "values"]


def run(*arguments: object, content: bytes | None = None) -> Result:
    return CliRunner().invoke(main, ["einvoice", "check", *map(str, arguments)], input=content)


def objects(result: Result) -> list[dict[str, Any]]:
    return [json.loads(line) for line in result.stdout.splitlines()]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, content in {"a.xml": GOOD, "b.xml": BAD, "c.xml": b"<a", "d.txt": b"no"}.items():
        (tmp_path / name).write_bytes(content)
    return tmp_path


def test_one_object_a_document_in_the_order_of_the_names(folder: Path) -> None:
    result = run(folder, "--json")
    found = objects(result)
    assert [Path(one["path"]).name for one in found] == ["a.xml", "b.xml", "c.xml"]
    assert [one["profile"] for one in found] == ["peppol-bis-3", "peppol-bis-3", None]
    assert all(list(one) == ["path", "profile", "findings"] for one in found)
    assert result.exit_code == 1


def test_a_finding_says_rule_severity_place_and_values(folder: Path) -> None:
    findings = {one["rule"]: one for one in objects(run(folder / "b.xml", "--json"))[0]["findings"]}
    finding = findings["BR-CL-04"]
    assert list(finding) == KEYS
    assert (finding["severity"], finding["outcome"]) == ("fatal", "fail")
    assert finding["path"] == "/ubl:Invoice[1]/cbc:DocumentCurrencyCode[1]"
    assert "KR." in finding["values"].values()


def test_nothing_fatal_ends_with_nought(folder: Path) -> None:
    result = run(folder / "a.xml", "--json")
    assert result.exit_code == 0
    assert all(one["severity"] == "warning" for one in objects(result)[0]["findings"])


def test_standard_input(folder: Path) -> None:
    (found,) = objects(run("-", "--json", content=BAD))
    assert found["path"] == "-"
    assert found["findings"]


def test_a_fragment_needs_a_profile() -> None:
    (without,) = objects(run("-", "--json", content=FRAGMENT))
    assert [one["rule"] for one in without["findings"]] == ["unknown-profile"]
    (given,) = objects(run("-", "--json", "--profile", "en16931", content=FRAGMENT))
    assert given["profile"] == "en16931"
    assert "BR-02" in {one["rule"] for one in given["findings"]}


def test_an_unknown_profile_is_misuse(folder: Path) -> None:
    assert run(folder, "--profile", "ubl").exit_code == 2


def test_a_path_that_cannot_be_opened_stops_nothing(folder: Path) -> None:
    result = run(folder / "none.xml", folder / "a.xml", "--json")
    assert result.exit_code == 2
    assert "none.xml" in result.stderr
    assert len(objects(result)) == 1


def test_a_link_that_leads_nowhere_is_not_passed_over(folder: Path) -> None:
    (folder / "gone.xml").symlink_to(folder / "nowhere")
    (folder / "gone.txt").symlink_to(folder / "nowhere")
    result = run("--json", folder)
    assert result.exit_code == 2
    assert "gone.xml" in result.stderr
    assert "gone.txt" not in result.stderr


def test_a_folder_that_may_not_be_looked_into_is_not_passed_over(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    closed = folder / "closed"
    closed.mkdir()
    scan = os.scandir

    def guarded(path: str) -> object:
        if Path(path) == closed:
            raise PermissionError(errno.EACCES, "no", str(path))
        return scan(path)

    monkeypatch.setattr(os, "scandir", guarded)
    result = run("--json", folder)
    assert result.exit_code == 2
    assert str(closed) in result.stderr


def test_a_file_over_the_limit_is_not_read(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guard, "MAX_BYTES", 100)
    (found,) = objects(run(folder / "a.xml", "--json"))
    assert [one["rule"] for one in found["findings"]] == ["too-large"]


@pytest.mark.parametrize("most", [("MOST", 1), ("MOST_BYTES", 1)])
def test_many_documents_are_judged_some_at_a_time(
    folder: Path, monkeypatch: pytest.MonkeyPatch, most: tuple[str, int]
) -> None:
    at_once = run(folder, "--json").stdout
    monkeypatch.setattr(einvoice_check, *most)
    assert run(folder, "--json").stdout == at_once


def test_the_report_for_people_is_danish(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("GEVINST_LANGUAGE", raising=False)
    said = run(folder).stdout
    assert f"✓ {folder / 'a.xml'} (Peppol BIS 3)" in said
    assert "FEJL BR-CL-04  /ubl:Invoice[1]/cbc:DocumentCurrencyCode[1]" in said
    assert "FEJL not-xml" in said
    assert said.splitlines()[-1].startswith("3 dokumenter: 1 uden alvorlige fejl, 2 med")


def test_the_report_for_people_is_english_where_asked(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GEVINST_LANGUAGE", "en")
    result = run(folder / "b.xml", folder / "none.xml")
    assert "FATAL BR-CL-04" in result.stdout
    assert result.stdout.splitlines()[-1].startswith("1 documents: 0 without fatal errors, 1 with")
    assert result.stdout.splitlines()[-1].endswith("; 1 could not be opened")


def test_a_warning_is_no_error(folder: Path) -> None:
    warned = folder / "w.xml"
    warned.write_bytes(
        GOOD.replace(b"<cbc:ID>F1</cbc:ID>", b"<cbc:ID>F1</cbc:ID><cbc:UUID>1</cbc:UUID>")
    )
    result = run(warned)
    assert result.exit_code == 0
    assert result.stdout.startswith("! ")
    assert "advarsel UBL-CR-" in result.stdout
