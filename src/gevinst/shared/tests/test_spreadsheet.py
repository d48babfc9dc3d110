"""CSV files: Danish separators, and no cell that runs as a formula."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from gevinst.shared.spreadsheet import cell, csv_response


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        (Decimal("-1234.50"), "-1234,50"),
        (-3, "-3"),
        (date(2026, 2, 3), "2026-02-03"),
        (datetime(2026, 7, 3, 12, 0, tzinfo=UTC), "2026-07-03 14:00"),
        ("æøå", "æøå"),
        ("=1+1", "'=1+1"),
        ("+45", "'+45"),
        ("-x", "'-x"),
        ("@x", "'@x"),
        ("\tx", "'\tx"),
    ],
)
def test_cells(value: object, text: str) -> None:
    assert cell(value) == text


def test_a_file_has_a_mark_and_a_name() -> None:
    answer = csv_response("navn", ["a", "b"], iter([["1;2", 'x"y']]))
    assert answer["Content-Disposition"] == 'attachment; filename="navn.csv"'
    content = b"".join(answer.streaming_content).decode()
    assert content == '\ufeffa;b\r\n"1;2";"x""y"\r\n'
