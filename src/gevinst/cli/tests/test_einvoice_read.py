"""`gevinst einvoice read`: one row a document, exit codes, and attacks within a second and 200 MB."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from gevinst.cli.main import main
from gevinst.engines.einvoice import Draft, DraftLine, DraftParty, write

DRAFT = Draft(
    profile="oioubl-2",
    kind="credit-note",
    number="K1",
    issue_date=date(2026, 10, 1),
    due_date=None,
    supplier=DraftParty("Hospital", "10000009"),
    customer=DraftParty("Region", "29190925", gln="5798000000001"),
    lines=(DraftLine("1", "Blå MR", Decimal("1.50"), "EA", Decimal("1000.00")),),
)
KEYS = [
    "path",
    "sha256",
    "status",
    "code",
    "profile",
    "kind",
    "number",
    "issue_date",
    "supplier_cvr",
    "buyer_gln",
    "currency",
    "payable",
    "lines",
]


def run(*arguments: object, content: bytes | None = None) -> Result:
    return CliRunner().invoke(main, ["einvoice", "read", *map(str, arguments)], input=content)


def rows(result: Result) -> list[dict[str, Any]]:
    return [json.loads(line) for line in result.stdout.splitlines()]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "b").mkdir()
    (tmp_path / "a.xml").write_bytes(write(DRAFT))
    (tmp_path / "b" / "c.XML").write_bytes(write(replace(DRAFT, profile="oioubl-3")))
    (tmp_path / "b" / "d.xml").write_bytes(b"<!DOCTYPE x><x/>")
    (tmp_path / "notes.txt").write_text("not read")
    return tmp_path


def test_a_document_is_one_json_object_on_one_line(folder: Path) -> None:
    result = run(folder / "a.xml", "--json")
    (row,) = rows(result)
    content = (folder / "a.xml").read_bytes()
    assert result.exit_code == 0
    assert list(row) == KEYS
    assert row == {
        "path": str(folder / "a.xml"),
        "sha256": hashlib.sha256(content).hexdigest(),
        "status": "parsed",
        "code": None,
        "profile": "oioubl-2",
        "kind": "credit-note",
        "number": "K1",
        "issue_date": "2026-10-01",
        "supplier_cvr": "10000009",
        "buyer_gln": "5798000000001",
        "currency": "DKK",
        "payable": "1500.00",
        "lines": [
            {
                "id": "1",
                "name": "Blå MR",
                "quantity": "1.50",
                "price": "1000.00",
                "amount": "1500.00",
            }
        ],
    }


def test_a_folder_is_read_whole_and_a_refusal_stops_nothing(folder: Path) -> None:
    result = run("--json", folder)
    assert result.exit_code == 1
    assert [row["code"] for row in rows(result)] == [None, None, "doctype"]
    refused = rows(result)[-1]
    assert set(refused) == {*KEYS, "where", "message"}
    assert refused["number"] is None
    assert "DOCTYPE" in refused["message"]


def test_a_missing_path_is_misuse_and_the_others_are_read_first(folder: Path) -> None:
    result = run("--json", folder / "none.xml", folder)
    assert result.exit_code == 2
    assert len(rows(result)) == 3
    assert "none.xml" in result.stderr


def test_no_path_is_misuse() -> None:
    assert run().exit_code == 2


def test_standard_input_is_read(folder: Path) -> None:
    command = [sys.executable, "-m", "gevinst.cli", "einvoice", "read", "--json", "-"]
    done = subprocess.run(command, input=write(DRAFT), capture_output=True, check=False)
    assert done.returncode == 0
    assert json.loads(done.stdout)["path"] == "-"


@pytest.mark.parametrize(
    ("speech", "words"),
    [
        ("da", ["AFVIST doctype", "1.500,00 kr.", "01.10.2026", "kreditnota", "2 læst, 1 afvist"]),
        (
            "en",
            ["REFUSED doctype", "1,500.00 DKK", "2026-10-01", "credit note", "2 read, 1 refused"],
        ),
    ],
)
def test_people_get_a_table_in_their_language(
    folder: Path, monkeypatch: pytest.MonkeyPatch, speech: str, words: list[str]
) -> None:
    monkeypatch.setenv("GEVINST_LANGUAGE", speech)
    said = run(folder).stdout
    assert all(word in said for word in words)


BILLION = "".join(
    f'<!ENTITY a{at} "{f"&a{at - 1};" * 10}">' if at else '<!ENTITY a0 "ha">' for at in range(10)
)
BOMB = f"<?xml version='1.0'?><!DOCTYPE x [{BILLION}]><x>&a9;</x>"
OUTSIDE = "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><x>&e;</x>"
INVOICE = '<Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2">'
ATTACKS: dict[str, tuple[str, Callable[[], bytes]]] = {
    "bomb": ("doctype", BOMB.encode),
    "bomb in UTF-16": ("doctype", lambda: BOMB.encode("utf-16")),
    "external entity": ("doctype", OUTSIDE.encode),
    "100 MB": ("too-large", lambda: INVOICE.encode() + b"x" * 100_000_000),
    "100 MB of spaces": ("too-large", lambda: b" " * 100_000_000),
    "a million levels": ("too-deep", lambda: b"<a>" * 1_000_000 + b"</a>" * 1_000_000),
    "a million levels of an invoice": (
        "too-deep",
        lambda: INVOICE.encode() + b"<abcdefgh>" * 1_000_000 + b"</abcdefgh>" * 1_000_000,
    ),
    "elements": ("too-many-elements", lambda: INVOICE.encode() + b"<a/>" * 7_000_000),
    "attributes": (
        "too-many-elements",
        lambda: b"<a " + b" ".join(b'b%d=""' % at for at in range(1_000_000)) + b"/>",
    ),
    "a long comment": ("not-xml", lambda: b"<!--" + b"-" * 20_000_000),
    "many instructions": ("not-xml", lambda: b"<?a ?>" * 1_000_000),
    "many ends of tags": ("not-xml", lambda: b"<a" + b">x" * 30_000),
    "references": ("not-an-invoice", lambda: b"<a>" + b"&amp;" * 1_000_000 + b"</a>"),
}
# VmHWM and not ru_maxrss: the latter remembers the process that this one was forked from.
WATCHED = """
import re, sys, time
start = time.perf_counter()
from gevinst.cli.main import main
try:
    main(["einvoice", "read", "--json", sys.argv[1]])
except SystemExit as ended:
    status = ended.code
peak = int(re.search(r"VmHWM:\\s+(\\d+)", open("/proc/self/status").read())[1]) // 1024
print(status, peak, time.perf_counter() - start, time.process_time())
"""


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="needs Linux's /proc")
@pytest.mark.parametrize("name", ATTACKS)
def test_an_attack_is_refused_in_a_second_and_200_mb(name: str, tmp_path: Path) -> None:
    code, made = ATTACKS[name]
    attack = tmp_path / "attack.xml"
    attack.write_bytes(made())
    done = subprocess.run(
        [sys.executable, "-c", WATCHED, str(attack)], capture_output=True, text=True, check=True
    )
    row, figures = done.stdout.splitlines()
    status, peak, _, cpu = figures.split()
    assert json.loads(row)["code"] == code
    assert len(json.loads(row)["sha256"]) == 64
    assert status == "1"
    assert int(peak) < 200
    # CPU time: other tests on the same machine must not make this one fail.
    assert float(cpu) < 1.0
