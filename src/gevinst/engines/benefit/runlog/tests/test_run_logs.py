"""Logs of every make become runs; what cannot be read is said with its file and line."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from gevinst.engines.benefit.rows import CostKind, Per, RunRow
from gevinst.engines.benefit.runlog import LogFault, read_baselines, read_costs, read_runs
from gevinst.engines.benefit.runlog.makes import make_of
from gevinst.engines.businesscase.model.benefit_state import Grade

UIPATH = """Id,Key,QueueName,Robot,Status,ReviewStatus,ManualAncestorId,EndProcessing
1,k1,Fakturaer,VM1,Successful,None,,2026-01-05T08:00:00Z
2,k2,Fakturaer,VM1,Retried,None,,2026-01-05T08:01:00Z
3,k2,Fakturaer,VM1,Successful,None,,2026-01-05T08:02:00Z
4,k3,Fakturaer,VM1,Failed,Retried,,2026-01-05T23:30:00Z
5,k3,Fakturaer,VM1,Successful,None,4,2026-01-06T09:00:00Z
6,k4,Fakturaer,VM1,Abandoned,None,,2026-01-06T09:00:00Z
7,k5,Fakturaer,VM1,New,None,,
1,k1,Fakturaer,VM1,Successful,None,,2026-01-05T08:00:00Z
"""
UIPATH_EXPORT = """Status,Reference,Exception,Robot,Started,Ended
Successful,a,,VM1,05-01-2026 08:00,05-01-2026 08:01
Failed,b,BusinessException,VM1,05-01-2026 08:00,05-01-2026 08:02
"""
DESKTOP = """flowsessionid;regardingobjectid;statuscode;completedon
s1;Løn;4;2026-01-05 08:00:00
s2;Løn;8;2026-01-05 09:00:00
s3;Løn;2;
s4;Løn;10;2026-01-05 10:00:00
"""
CLOUD = """name,workflowid,start,end,status
r1,Post,2026-01-05T07:00:00Z,2026-01-05T07:01:00Z,Succeeded
r2,Post,2026-01-05T07:00:00Z,2026-01-05T07:01:00Z,Failed
r3,Post,2026-01-05T07:00:00Z,,Running
"""
PYTHON = """id,process,state,exception,ended
w1,Breve,COMPLETED,,2026-01-05T08:00:00+00:00
w2,Breve,FAILED,BUSINESS,2026-01-05T08:00:00+00:00
w3,Breve,pending user action,,2026-01-05T08:00:00+00:00
w4,Breve,new,,
"""
DAYS = """robot;myndighed;dato;sager;uberørte;undtagelser;minutter
Breve;751;05-01-2026;10;8;2;12,5
Breve;751;2026-01-06;1.000;1000;;
"""
DAY, NEXT = date(2026, 1, 5), date(2026, 1, 6)


def written(folder: Path, text: str, name: str = "log.csv") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # The failed one ended half past midnight in Denmark; sent round by hand it stays an exception.
        (UIPATH, [("Fakturaer", DAY, 2, 2, 0), ("Fakturaer", NEXT, 2, 0, 2)]),
        (UIPATH_EXPORT, [("VM1", DAY, 2, 1, 1)]),
        (DESKTOP, [("Løn", DAY, 3, 1, 2)]),
        (CLOUD, [("Post", DAY, 2, 1, 1)]),
        (PYTHON, [("Breve", DAY, 3, 1, 2)]),
    ],
    ids=["uipath", "uipath-export", "desktop", "cloud", "python"],
)
def test_items_are_counted_by_robot_and_day(
    tmp_path: Path, text: str, expected: list[tuple[Any, ...]]
) -> None:
    found = list(read_runs(written(tmp_path, text), authority="751"))
    told = [(r.robot, r.on, r.items, r.untouched, r.exceptions) for r in found]
    assert told == expected
    assert {row.authority for row in found} == {"751"}


def test_a_day_log_with_danish_names_and_numbers(tmp_path: Path) -> None:
    assert list(read_runs(written(tmp_path, DAYS))) == [
        RunRow("751", "Breve", DAY, 10, 8, 2, Decimal("12.5")),
        RunRow("751", "Breve", NEXT, 1000, 1000, 0, None),
    ]


def test_a_make_can_be_named(tmp_path: Path) -> None:
    text = "process,state,status,statuscode,completedon\nBreve,done,,,\n"
    with pytest.raises(LogFault, match="line 2: expected a value in the column statuscode"):
        list(read_runs(written(tmp_path, text)))
    with pytest.raises(LogFault, match="line 2: expected a time"):
        list(read_runs(written(tmp_path, text), make="python"))


def test_parquet_with_moments_and_dates(tmp_path: Path) -> None:
    table = pa.table(
        {
            "robot": ["a", "a", "a"],
            "date": [DAY, NEXT, NEXT],
            "items": [3, 2, 1],
            "untouched": [3, 1, 1],
            "exceptions": [0, 1, 0],
            "exception_minutes": [None, 4.5, None],
        }
    )
    pq.write_table(table, tmp_path / "log.parquet")
    found = list(read_runs(tmp_path / "log.parquet", authority="751"))
    assert [(row.on, row.items, row.exception_minutes) for row in found] == [
        (DAY, 3, None),
        (NEXT, 2, Decimal("4.5")),
        (NEXT, 1, None),
    ]
    moments = pa.table(
        {
            "robot": ["a"],
            "on": [datetime(2026, 1, 5, 22, tzinfo=UTC)],
            "untouched": [1],
            "items": [1],
        }
    )
    pq.write_table(moments, tmp_path / "moments.parquet")
    assert next(iter(read_runs(tmp_path / "moments.parquet"))).on == DAY


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "the log has no line"),
        ("robot,date,items\n", "the log has no line"),
        ("robot,date,items\na,,1\n", "line 2: expected a date"),
        ("robot,date,items\na,1. maj,1\n", "line 2: expected a date like"),
        ("robot,date,items\n,2026-01-05,1\n", "line 2: expected a value in the column robot"),
        ("robot,date,items\na,2026-01-05,x\n", "line 2: expected a number in items, found 'x'"),
        ("robot,date,items\na,2026-01-05,1.5\n", "line 2: expected a whole number in items"),
        ("robot,date,items\na,2026-01-05,-1\n", "line 2: expected a whole number in items"),
        ("robot,date,items,untouched\na,2026-01-05,1,2\n", "line 2: a 2026-01-05: 2 untouched"),
        ("id,process,state\n1,a,flying\n", "line 2: expected one of abandoned"),
    ],
)
def test_what_cannot_be_read_is_said(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(LogFault, match=said) as fault:
        list(read_runs(written(tmp_path, text)))
    assert "log.csv" in str(fault.value)


@pytest.mark.parametrize("content", [b"robot,date\n\xff\xfe,x\n", b"PAR1 and no more"])
def test_a_file_of_another_kind_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "log.bin").write_bytes(content)
    with pytest.raises(LogFault, match=r"log\.bin"):
        list(read_runs(tmp_path / "log.bin"))


def test_progress_is_told_of_every_line(tmp_path: Path) -> None:
    lines = "".join("a,2026-01-05,1\n" for _ in range(2500))
    told: list[int] = []
    list(read_runs(written(tmp_path, "robot,date,items\n" + lines), progress=told.append))
    assert told == [1000, 1000, 500]


def test_empty_lines_are_left_out(tmp_path: Path) -> None:
    text = "robot,date,untouched\na,2026-01-05,1\n,,\n"
    assert [row.items for row in read_runs(written(tmp_path, text))] == [1]


def test_baselines_from_a_file(tmp_path: Path) -> None:
    text = "robot;fra;minutter;undtagelsesminutter;timepris;evidens;kilde;antal\n"
    text += "a;01-01-2026;12,5;9;412,50;målt;Tidsmåling;120\na;2026-02-01;12;;400;E;Leverandør;\n"
    first, second = read_baselines(written(tmp_path, text))
    assert (first.rates.manual_minutes, first.grade, first.n) == (Decimal("12.5"), Grade.B, 120)
    assert (second.rates.exception_minutes, second.grade, second.n) == (0, Grade.E, None)


def test_costs_from_a_file(tmp_path: Path) -> None:
    text = "robot,kind,amount,per,from,until\n,hold,65000,måned,2019-01-01,2020-12-31\n"
    text += "a,development,1000,once,2019-01-01,\n"
    team, built = read_costs(written(tmp_path, text), "751")
    assert (team.authority, team.kind, team.per) == ("751", CostKind.TEAM, Per.MONTH)
    assert (built.robot, built.per, built.until) == ("a", Per.ONCE, None)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("a,,12,1,400,log", "expected a value in the column from"),
        ("a,2026-01-01,,1,400,log", "expected a value in the column manual_minutes"),
        ("a,2026-01-01,-1,1,400,log", "expected minutes and cost of 0 or more"),
        ("a,2026-01-01,1,1,400,gæt", "expected log, measured, estimated or A to E"),
    ],
)
def test_a_baseline_that_cannot_be_read(tmp_path: Path, line: str, said: str) -> None:
    head = "robot,from,manual_minutes,exception_minutes,hourly_cost,evidence\n"
    with pytest.raises(LogFault, match=f"log.csv, line 2: {said}"):
        list(read_baselines(written(tmp_path, head + line + "\n")))


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("cake,1,once,2026-01-01,", "expected one of licens"),
        ("team,1,week,2026-01-01,", "expected one of måned"),
        ("team,-1,once,2026-01-01,", "a cost of -1 DKK is negative"),
        ("team,1,month,2026-01-01,2025-01-01", "a cost ends 2025-01-01"),
    ],
)
def test_a_cost_that_cannot_be_read(tmp_path: Path, line: str, said: str) -> None:
    head = "kind,amount,per,from,until\n"
    with pytest.raises(LogFault, match=f"line 2: {said}"):
        list(read_costs(written(tmp_path, head + line + "\n")))


def test_a_log_of_no_known_make_is_a_day_log() -> None:
    assert make_of(["robot", "date", "untouched"]) == ""
