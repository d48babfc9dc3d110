"""Saved answers of KITOS: systems with their tasks, and who uses them."""

from __future__ import annotations

import contextlib
import json
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gevinst.engines.exchange.faults import UnreadableFile
from gevinst.engines.exchange.kitos import KitosSystem, KitosUsage, read_kitos

A, B = UUID(int=1), UUID(int=2)
SYSTEM: dict[str, Any] = {
    "uuid": str(A),
    "name": " Opus  Økonomi ",
    "description": "Bogføring",
    "deactivated": False,
    "kle": [{"uuid": str(B), "name": "32.45.04"}, {"uuid": str(B), "name": "00 Styrelse"}],
    "rightsHolder": {"uuid": str(B), "name": "KMD", "cvr": "26911745"},
    "createdBy": {"uuid": str(B), "name": "Nogen"},
}
USAGE: dict[str, Any] = {
    "uuid": str(B),
    "systemContext": {"uuid": str(A), "name": "Opus Økonomi"},
    "organizationContext": {"uuid": str(B), "name": "En kommune", "cvr": "29189994"},
    "general": {"validity": {"valid": False}},
}


def read(found: Any) -> Any:
    """What is read of the JSON of `found`."""
    return read_kitos(json.dumps(found).encode())


@pytest.mark.parametrize(
    "wrapping",
    [[SYSTEM], [[SYSTEM], []], {"value": [SYSTEM]}, {"pages": [[SYSTEM]]}, SYSTEM],
    ids=["a page", "pages", "wrapped", "wrapped pages", "one"],
)
def test_a_system_in_every_wrapping(wrapping: Any) -> None:
    assert read(wrapping).systems == (
        KitosSystem(A, "Opus Økonomi", "KMD", "Bogføring", ("32.45.04", "00")),
    )


def test_a_usage_tells_whose_it_is_and_whether_it_holds() -> None:
    assert read([USAGE]).usages == (KitosUsage(B, A, "Opus Økonomi", "29189994", valid=False),)


def test_what_is_left_out_in_an_answer_is_empty() -> None:
    found = read([{"uuid": str(A), "name": "Opus", "rightsHolder": None, "kle": None}])
    assert found.systems == (KitosSystem(A, "Opus"),)
    assert read([{**USAGE, "general": None}]).usages[0].valid


@pytest.mark.parametrize(
    ("item", "told"),
    [
        ({"uuid": "x", "name": "Opus"}, ("bad-uuid", "x")),
        ({"uuid": str(A)}, ("no-name", "")),
        (
            {**USAGE, "systemContext": 3},
            ("bad-usage", ""),
        ),
    ],
)
def test_what_is_broken_is_told_with_its_place(item: dict[str, Any], told: tuple[str, str]) -> None:
    assert read([SYSTEM, item]).remarks == (("[2]", *told),)


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"\xff\xfe", "UTF-8"),
        (b"[{]", "line 1, column 3"),
        (b"[]", "holds no IT systems"),
        (b"3", "holds no IT systems"),
        (b"[" * 100_000, "not JSON"),
    ],
)
def test_another_file_is_refused(content: bytes, told: str) -> None:
    with pytest.raises(UnreadableFile, match=told):
        read_kitos(content)


@given(st.recursive(st.none() | st.integers() | st.text(), lambda inner: st.lists(inner) | st.dictionaries(
    st.sampled_from(["uuid", "name", "kle", "systemContext", "organizationContext", "general"]), inner
)))  # fmt: skip
def test_no_json_breaks_the_reader(found: Any) -> None:
    with contextlib.suppress(UnreadableFile):
        read(found)
