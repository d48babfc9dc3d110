"""The chain: whatever is done to a log that was written is seen, and nothing else is."""

from io import BytesIO
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gevinst.engines.decisionlog import GENESIS, Head, LogEntry, append, verify
from gevinst.engines.decisionlog.chain import digest
from gevinst.engines.decisionlog.files import entry_of, line_of

VALUES = st.none() | st.booleans() | st.integers() | st.text(max_size=5)
PAYLOADS = st.lists(
    st.dictionaries(st.text(max_size=5), VALUES | st.lists(VALUES, max_size=2), max_size=3),
    min_size=1,
    max_size=6,
)


def written(payloads: list[dict[str, Any]]) -> list[bytes]:
    return [line_of(entry) for entry in append(payloads)]


@given(PAYLOADS)
def test_a_log_reads_back_whole(payloads: list[dict[str, Any]]) -> None:
    entries = list(append(payloads))
    assert [entry_of(line_of(each)) for each in entries] == entries
    assert verify(entries, end=entries[-1].head) is None
    assert [each.payload for each in entries] == [
        {**payload, "seq": number} for number, payload in enumerate(payloads, 1)
    ]


@given(PAYLOADS, st.data())
def test_any_changed_byte_is_seen_where_it_is(payloads: list[dict[str, Any]], data: Any) -> None:
    lines = written(payloads)
    place = data.draw(st.integers(0, len(lines) - 1))
    line = bytearray(lines[place])
    at = data.draw(st.integers(0, len(line) - 1))
    line[at] = data.draw(st.integers(0, 255).filter(lambda byte: byte != line[at]))
    changed = [*lines[:place], bytes(line), *lines[place + 1 :]]
    broken = verify(entry_of(each) for each in changed)
    assert broken is not None
    assert (broken.place, broken.what) == (place + 1, "changed")


@given(PAYLOADS, st.data())
def test_any_byte_more_or_less_is_seen(payloads: list[dict[str, Any]], data: Any) -> None:
    whole = b"".join(written(payloads))
    at = data.draw(st.integers(0, len(whole) - 1))
    byte = data.draw(st.binary(min_size=1, max_size=1))
    assert verify(_split(whole[:at] + whole[at + 1 :])) is not None
    longer = whole[:at] + byte + whole[at:]
    assert longer == whole or verify(_split(longer)) is not None


def _split(whole: bytes) -> list[LogEntry]:
    return [entry_of(each) for each in BytesIO(whole)]


@given(PAYLOADS.filter(lambda payloads: len(payloads) > 1), st.data())
def test_what_is_removed_moved_or_put_twice_is_seen(
    payloads: list[dict[str, Any]], data: Any
) -> None:
    entries = list(append(payloads))
    place = data.draw(st.integers(0, len(entries) - 2))
    removed = [*entries[:place], *entries[place + 1 :]]
    swapped = [*entries[:place], entries[place + 1], entries[place], *entries[place + 2 :]]
    twice = [*entries[: place + 1], *entries[place:]]
    for wrong, at in ((removed, place + 1), (swapped, place + 1), (twice, place + 2)):
        broken = verify(wrong)
        assert broken is not None
        assert (broken.place, broken.what) == (at, "order")


@given(PAYLOADS, st.integers(0, 5))
def test_a_log_cut_short_is_seen_only_with_its_head(
    payloads: list[dict[str, Any]], kept: int
) -> None:
    entries = list(append(payloads))
    short = entries[: min(kept, len(entries) - 1)]
    assert verify(short) is None
    broken = verify(short, end=entries[-1].head)
    assert broken is not None
    assert (broken.place, broken.what) == (len(short) + 1, "truncated")


def test_a_log_may_go_on_after_the_head_that_was_kept() -> None:
    entries = list(append([{"n": 1}, {"n": 2}]))
    assert verify(entries, end=entries[0].head) is None
    assert verify(entries, end=GENESIS) is None
    assert verify([], end=GENESIS) is None


def test_a_log_goes_on_from_its_head() -> None:
    first = list(append([{"n": 1}]))
    second = list(append([{"n": 2}], first[-1].head))
    assert verify([*first, *second]) is None
    assert verify(second, start=first[-1].head) is None
    assert verify(second) is not None


def forged(body: bytes) -> LogEntry:
    return LogEntry(body, GENESIS.hash, digest(GENESIS.hash, body))


@pytest.mark.parametrize(
    "body", [b'{"seq":2}', b"{}", b"[]", b"5", b"not json", b'{"seq":"x"}', b'{"seq":null}']
)
def test_a_chained_body_that_is_not_the_next_entry_is_seen(body: bytes) -> None:
    broken = verify([forged(body)])
    assert broken is not None
    assert broken.what == "changed"


def test_the_head_is_number_and_hash() -> None:
    (entry,) = append([{"n": 1}], Head(6, "a" * 64))
    assert entry.head == Head(7, entry.hash)
