"""`gevinst control replay` and `verify`: what is said of a log that is whole, and of one that is not."""

import json
from collections.abc import Callable
from pathlib import Path
from shutil import copytree

import pytest
from click.testing import CliRunner, Result

from gevinst.cli.main import main


def call(*arguments: object, language: str = "da") -> Result:
    environment = {"GEVINST_LANGUAGE": language}
    return CliRunner().invoke(main, [str(each) for each in arguments], env=environment)


def control(month: Path, out: Path, *more: object) -> Result:
    return call("control", "run", month, "--registers", month / "registers", "--out", out, *more)


@pytest.fixture(scope="module")
def month(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("made") / "month"
    sizes = ("--invoices", 40, "--mr", 4, "--seed", 7)
    assert call("sample", "month", *sizes, "--out", folder).exit_code == 0
    return folder


@pytest.fixture(scope="module")
def logged(month: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A log of two runs: as of the sample's day, and ten days later."""
    out = tmp_path_factory.mktemp("logged") / "out"
    for more in ((), ("--on", "2026-11-12")):
        done = control(month, out, *more)
        assert done.exit_code == 0, done.output
        assert "Afgørelsesloggens sidste post: " in done.stderr
    return out


@pytest.fixture
def log(logged: Path, tmp_path: Path) -> Path:
    return Path(copytree(logged, tmp_path / "log"))


def test_a_whole_log_is_said_to_be_whole(log: Path) -> None:
    done = call("control", "verify", "--log", log)
    assert done.exit_code == 0
    assert "Loggen er hel: 82 poster" in done.stdout
    found = json.loads(call("control", "verify", "--log", log, "--json").stdout)
    assert found == {"whole": True, "entries": 82, "head": found["head"], "evidence": []}
    assert found["head"] in done.stdout


def test_no_log_writes_none(month: Path, tmp_path: Path) -> None:
    assert control(month, tmp_path / "out", "--no-log").exit_code == 0
    assert not {"decision-log.jsonl", "evidence"} & {
        file.name for file in (tmp_path / "out").iterdir()
    }


def test_the_log_holds_no_person_number_in_full(log: Path, month: Path) -> None:
    from pyarrow.parquet import ParquetFile

    people = ParquetFile(month / "registers" / "population.parquet").read()["cpr"].to_pylist()
    text = (log / "decision-log.jsonl").read_text(encoding="utf-8")
    assert not [each for each in people if each in text or f"{each[:6]}-{each[6:]}" in text]


def lines(log: Path, change: Callable[[list[bytes]], list[bytes]]) -> None:
    file = log / "decision-log.jsonl"
    file.write_bytes(b"".join(change(file.read_bytes().splitlines(keepends=True))))


CHANGES = [
    (lambda all_: [all_[0].replace(b"invoice_", b"invoices"), *all_[1:]], 1, "ændret"),
    (lambda all_: [*all_[:7], *all_[8:]], 8, "fjernet, indsat eller flyttet"),
    (lambda all_: [*all_[:2], all_[3], all_[2], *all_[4:]], 3, "fjernet, indsat eller flyttet"),
]


@pytest.mark.parametrize(("change", "place", "said"), CHANGES)
def test_a_log_that_was_changed_is_found_and_not_added_to(
    log: Path, month: Path, change: Callable[[list[bytes]], list[bytes]], place: int, said: str
) -> None:
    file = log / "decision-log.jsonl"
    lines(log, change)
    done = call("control", "verify", "--log", log)
    assert done.exit_code == 1
    assert f"decision-log.jsonl:{place}: " in done.stdout
    assert said in done.stdout
    assert call("control", "verify", "--log", log, language="en").stdout.endswith("NOT whole\n")
    before = file.read_bytes()
    refused = control(month, log)
    assert (refused.exit_code, file.read_bytes()) == (2, before)
    assert said in refused.stderr
    assert call("control", "replay", "--log", log).exit_code == 1


def test_a_log_that_was_cut_short_is_found_by_its_head(log: Path) -> None:
    head = json.loads(call("control", "verify", "--log", log, "--json").stdout)["head"]
    assert call("control", "verify", "--log", log, "--head", head).exit_code == 0
    lines(log, lambda all_: all_[:60])
    assert call("control", "verify", "--log", log).exit_code == 0
    done = call("control", "verify", "--log", log, "--head", head, "--json")
    assert done.exit_code == 1
    assert json.loads(done.stdout) == {"whole": False, "entry": 61, "what": "truncated"}


def test_evidence_that_was_changed_is_found(log: Path) -> None:
    first = json.loads((log / "decision-log.jsonl").read_bytes().splitlines()[0])["entry"]
    (log / "evidence" / first["rules"]).write_bytes(b"{}")
    done = call("control", "verify", "--log", log, "--json")
    assert done.exit_code == 1
    assert json.loads(done.stdout)["evidence"] == [
        {"entry": 1, "fault": f"evidence {first['rules']} is changed"}
    ]
    replayed = call("control", "replay", "--log", log)
    assert replayed.exit_code == 1
    assert "0 af 40" in replayed.stdout
    assert "is changed" in replayed.stdout


@pytest.mark.parametrize(
    ("more", "on", "count"),
    [
        ((), "2026-11-12", 40),
        (("--as-of", "2026-11-12"), "2026-11-12", 40),
        (("--as-of", "2026-11-11"), "2026-11-02", 40),
        (("--as-of", "2026-11-02"), "2026-11-02", 40),
    ],
)
def test_the_decisions_that_stood_are_reproduced_byte_for_byte(
    log: Path, more: tuple[str, ...], on: str, count: int
) -> None:
    found = json.loads(call("control", "replay", "--log", log, *more, "--json").stdout)
    assert (found["decisions"], found["equal"]) == (count, count)
    assert [each["on"] for each in found["batches"]] == [on]
    done = call("control", "replay", "--log", log, *more)
    assert done.exit_code == 0
    assert (
        done.stdout == f"{count} af {count} afgørelser fra 1 kørsel(er) er gentaget byte for byte\n"
    )


def test_one_decision_may_be_reproduced(log: Path) -> None:
    entries = [json.loads(line)["entry"] for line in (log / "decision-log.jsonl").open("rb")]
    reference = next(each["reference"] for each in entries if each.get("verdict") == "approve")
    found = json.loads(
        call("control", "replay", "--log", log, "--reference", reference, "--json").stdout
    )
    assert (found["decisions"], found["equal"]) == (1, 1)


def test_a_difference_is_told_with_its_place(log: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from gevinst.engines.decisionlog import FolderLog, append

    logged = FolderLog(log)
    payloads = [entry.payload for entry in logged.read()]
    wrong = next(
        each for each in payloads if each.get("verdict") == "approve" and each["batch"] > 1
    )
    wrong["verdict"] = "refer"
    logged.file.unlink()
    logged.append(append(payloads))
    done = call("control", "replay", "--log", log, language="en")
    assert done.exit_code == 1
    assert "39 of 40 decisions" in done.stdout
    assert f'{wrong["seq"]} {wrong["reference"]} verdict: "refer" -> "approve"' in done.stdout


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("replay", "--as-of", "2020-01-01"), "ingen afgørelse, der gjaldt 2020-01-01"),
        (("replay", "--reference", "x-1"), "ingen afgørelse x-1, der gjaldt"),
        (("verify", "--head", "abc"), "--head abc: der ventes NUMMER:HASH"),
    ],
)
def test_what_cannot_be_done_is_said_with_exit_code_2(
    log: Path, arguments: tuple[str, ...], said: str
) -> None:
    done = call("control", *arguments, "--log", log)
    assert done.exit_code == 2
    assert said in done.stderr


@pytest.mark.parametrize("command", ["replay", "verify"])
def test_a_folder_without_a_log_is_said(tmp_path: Path, command: str) -> None:
    done = call("control", command, "--log", tmp_path)
    assert done.exit_code == 2
    assert "der er ingen afgørelseslog" in done.stderr
