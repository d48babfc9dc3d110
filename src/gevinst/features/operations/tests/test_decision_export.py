"""Decisions as Excel, Parquet and CSV: typed, masked, never a formula, in bounded memory."""

from __future__ import annotations

import csv
import io
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from django.urls import reverse
from openpyxl import load_workbook

from gevinst.features.operations import actions, decision_files
from gevinst.features.operations.decision_files import WRITERS, write_file
from gevinst.features.operations.models import Decision, Finding, Robot
from gevinst.features.operations.queries import decision_rows
from gevinst.features.operations.queries.decision_rows import COLUMNS, Chosen
from gevinst.features.operations.tests.factories import (
    RobotFactory,
    WorkItemFactory,
    clerk,
    documents,
    owner,
)
from gevinst.features.operations.tests.test_desk_pages import signed_in
from gevinst.shared.actor import Role
from gevinst.shared.errors import DomainError

pytestmark = pytest.mark.django_db
PERSON = "610190-1234"
NAMES = [column.name for column in COLUMNS]
PLACE = {name: place for place, name in enumerate(NAMES)}
SHOWN = "%d-%m-%Y"


@pytest.fixture
def robot() -> Robot:
    robot = RobotFactory()
    lines = documents("ok 1 A 10.00", "bad 2 B 20.50", "torn")
    actions.receive_many(robot=robot, documents=lines, by=owner(robot))
    actions.run_robot(robot=robot, on=date(2026, 5, 1), by=owner(robot))
    return robot


def rows_of(robot: Robot, **chosen: object) -> list[dict[str, object]]:
    found = decision_rows.chosen_decisions(owner(robot), Chosen(robot.pk, **chosen))
    return [dict(zip(NAMES, row, strict=True)) for row in decision_rows.decision_rows(found)]


def written(robot: Robot, kind: str) -> bytes:
    out = io.BytesIO()
    found = decision_rows.chosen_decisions(owner(robot), Chosen(robot.pk))
    WRITERS[kind](decision_rows.decision_rows(found), out)
    return out.getvalue()


def hostile(robot: Robot, text: str) -> None:
    item = WorkItemFactory(robot=robot, title=text, party=text, reference=text)
    Decision.objects.create(item=item, verdict="hold", actor_name=text, text=text)


def test_every_decision_is_a_row_with_its_rules(robot) -> None:
    rows = rows_of(robot)
    assert [row["verdict"] for row in rows] == ["Kan ikke læses", "Godkendt", "Til skranken"]
    referred = rows[2]
    assert (referred["amount"], referred["currency"]) == (Decimal("20.50"), "DKK")
    assert (referred["failed_rules"], referred["reason"]) == ("Ordet", "Ordet")
    assert (referred["decided_by"], referred["dated"]) == ("Robot", date(2026, 4, 30))


def test_a_rule_is_named_once_and_one_on_trial_not_at_all(robot) -> None:
    decision = Decision.objects.get(verdict="refer")
    for rule, shadow in (("word", False), ("party", True), ("gone", False)):
        Finding.objects.create(
            decision=decision,
            rule=rule,
            version="1",
            outcome="fail",
            severity="mandatory",
            shadow=shadow,
        )
    assert rows_of(robot)[2]["failed_rules"] == "Ordet; gone"


def test_a_robot_whose_block_is_gone_still_has_its_decisions(robot, monkeypatch) -> None:
    def gone(robot: Robot) -> None:
        raise DomainError("no-block", "gone")

    monkeypatch.setattr(decision_rows, "block_of", gone)
    assert rows_of(robot)[2]["failed_rules"] == "word"


@pytest.mark.parametrize(
    ("chosen", "count"),
    [
        ({}, 3),
        ({"verdict": "refer"}, 1),
        ({"begin": date(2020, 1, 1), "end": date(2020, 1, 2)}, 0),
        ({"begin": date(2020, 1, 1)}, 3),
        ({"end": date(2999, 1, 1)}, 3),
    ],
)
def test_narrowed(robot, chosen: dict[str, object], count: int) -> None:
    assert len(rows_of(robot, **chosen)) == count


def test_the_last_day_is_in_the_period(robot) -> None:
    today = datetime.now().astimezone().date()
    assert len(rows_of(robot, begin=today, end=today)) == 3


def test_a_period_that_ends_before_it_begins_is_refused(robot) -> None:
    with pytest.raises(DomainError) as fault:
        rows_of(robot, begin=date(2026, 2, 1), end=date(2026, 1, 1))
    assert fault.value.code == "invalid"


def test_rows_come_in_batches_without_loss(robot, monkeypatch) -> None:
    monkeypatch.setattr(decision_rows, "AT_A_TIME", 1)
    assert len(rows_of(robot)) == 3


def test_another_authoritys_decisions_are_not_in_it(robot) -> None:
    other = RobotFactory()
    assert not decision_rows.chosen_decisions(owner(other), Chosen(robot.pk)).exists()
    assert not decision_rows.chosen_decisions(clerk(robot), Chosen(robot.pk)).exists()


@pytest.mark.parametrize("kind", WRITERS)
def test_person_numbers_are_masked_in_every_file(robot, kind: str) -> None:
    hostile(robot, f"Om {PERSON}")
    content = written(robot, kind)
    text = str(read(kind, content))
    assert "1234" not in text
    assert "610190-xxxx" in text


def read(kind: str, content: bytes) -> list[list[object]]:
    """All cells of the file, the heading first."""
    if kind == "csv":
        return list(csv.reader(io.StringIO(content.decode("utf-8-sig")), delimiter=";"))
    if kind == "xlsx":
        book = load_workbook(io.BytesIO(content))
        return [[cell.value for cell in row] for sheet in book for row in sheet.iter_rows()]
    table = pq.read_table(io.BytesIO(content))
    return [table.column_names, *([*row.values()] for row in table.to_pylist())]


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "http://x"])
def test_no_text_becomes_a_formula(robot, text: str) -> None:
    hostile(robot, text)
    book = load_workbook(io.BytesIO(written(robot, "xlsx")))
    cell = book.worksheets[0].cell(5, PLACE["title"] + 1)
    assert (cell.data_type, cell.value, cell.hyperlink) == ("s", text, None)
    if not text.startswith("http"):
        last = read("csv", written(robot, "csv"))[-1]
        assert last[PLACE["title"]] == f"'{text}"


def test_the_workbook_has_types_a_frozen_heading_and_filters(robot) -> None:
    sheet = load_workbook(io.BytesIO(written(robot, "xlsx"))).worksheets[0]
    heads = [cell.value for cell in sheet[1]]
    assert heads == [column.title for column in COLUMNS]
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("A2", "A1:T4")
    amount, day = (sheet.cell(4, PLACE[name] + 1) for name in ("amount", "dated"))
    assert (amount.value, amount.number_format) == (20.5, "#,##0.00")
    assert (day.is_date, day.value.date()) == (True, date(2026, 4, 30))


def test_a_new_sheet_is_begun_where_one_is_full(robot, monkeypatch) -> None:
    monkeypatch.setattr(decision_files, "SHEET_ROWS", 3)
    book = load_workbook(io.BytesIO(written(robot, "xlsx")))
    assert [sheet.max_row for sheet in book.worksheets] == [3, 2]


def test_parquet_is_typed(robot) -> None:
    table = pq.read_table(io.BytesIO(written(robot, "parquet")))
    assert table.column_names == NAMES
    assert table.schema.field("amount").type == pa.decimal128(18, 2)
    assert table.schema.field("decided_at").type == pa.timestamp("us", tz="Europe/Copenhagen")
    assert table.schema.field("dated").type == pa.date32()
    assert table["amount"].to_pylist() == [None, Decimal("10.00"), Decimal("20.50")]


def test_parquet_is_written_in_groups(robot, monkeypatch) -> None:
    monkeypatch.setattr(decision_files, "AT_A_TIME", 2)
    file = pq.ParquetFile(io.BytesIO(written(robot, "parquet")))
    assert (file.metadata.num_row_groups, file.metadata.num_rows) == (2, 3)


@pytest.mark.parametrize("kind", WRITERS)
def test_no_decisions_make_a_file_with_a_heading(kind: str) -> None:
    assert len(read(kind, written(RobotFactory(), kind))) == 1


def test_a_file_is_whole_or_not_there(tmp_path: Path) -> None:
    def torn():
        yield from ()
        raise RuntimeError("lost")

    with pytest.raises(RuntimeError):
        write_file(torn(), "csv", tmp_path / "a.csv")
    assert list(tmp_path.iterdir()) == []
    write_file(iter(()), "csv", tmp_path / "a.csv")
    assert [path.name for path in tmp_path.iterdir()] == ["a.csv"]


@pytest.mark.parametrize("kind", WRITERS)
def test_the_page_gives_the_file(robot, kind: str) -> None:
    client = signed_in(robot, Role.PROCESS_OWNER)
    address = reverse("decisions-export")
    assert client.get(address).status_code == 200
    answer = client.get(address, {"format": kind, "robot": robot.pk, "verdict": "refer"})
    assert f".{kind}" in answer["Content-Disposition"]
    assert len(read(kind, b"".join(answer.streaming_content))) == 2


@pytest.mark.parametrize(
    "wrong", [{"begin": "2026-02-01", "end": "2026-01-01"}, {"robot": "0"}, {"verdict": "x"}]
)
def test_the_page_says_what_is_wrong(robot, wrong: dict[str, str]) -> None:
    client = signed_in(robot, Role.PROCESS_OWNER)
    assert client.get(reverse("decisions-export"), {"format": "csv", **wrong}).status_code == 422


@pytest.mark.parametrize("role", [Role.READER, Role.CLERK])
def test_the_page_is_for_the_process_owner(robot, role: Role) -> None:
    page = signed_in(robot, role).get(reverse("decisions-export"), {"format": "csv"})
    assert page.status_code == 403
