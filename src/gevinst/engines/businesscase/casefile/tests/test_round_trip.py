"""What is written is what is read: the same values, numbers to their last digit, in the same order."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from gevinst.engines.businesscase.casefile.exact_yaml import parsed
from gevinst.engines.businesscase.casefile.write import dumps

numbers = st.decimals(-(10**12), 10**12, places=3, allow_nan=False) | st.integers()
leaves = st.none() | st.booleans() | numbers | st.text(max_size=20)
values: st.SearchStrategy[Any] = st.recursive(
    leaves,
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3)
    ),
)


@given(st.dictionaries(st.text(max_size=8), values, max_size=4))
def test_written_and_read_again(data: dict[str, Any]) -> None:
    assert parsed(dumps(data)).data == data


def test_numbers_keep_their_decimals() -> None:
    assert str(parsed(dumps({"a": Decimal("5.30")})).data["a"]) == "5.30"


def test_keys_keep_their_order() -> None:
    assert list(parsed(dumps({"b": 1, "a": 2})).data) == ["b", "a"]
