"""The canonical form: one for each value, exact, read back as it was."""

import json
from collections import OrderedDict
from datetime import UTC, date, datetime
from decimal import Decimal
from types import MappingProxyType
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gevinst.engines.decisionlog import canonical

PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3)
    ),
    max_leaves=8,
)


@given(PLAIN)
def test_what_is_written_reads_back(value: Any) -> None:
    assert json.loads(canonical(value)) == value
    assert canonical(json.loads(canonical(value))) == canonical(value)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ({"b": 1, "a": [True, None]}, '{"a":[true,null],"b":1}'),
        (OrderedDict([("b", 1), ("a", 2)]), '{"a":2,"b":1}'),
        (MappingProxyType({"b": (1, "æ")}), '{"b":[1,"æ"]}'),
        (Decimal("1.50"), '"1.50"'),
        (Decimal("1E+3"), '"1E+3"'),
        (date(2026, 11, 2), '"2026-11-02"'),
        (datetime(2026, 11, 2, 5, tzinfo=UTC), '"2026-11-02T05:00:00+00:00"'),
    ],
)
def test_a_value_has_one_form(value: Any, text: str) -> None:
    assert canonical(value).decode() == text


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (1.0, "1.0 cannot stand"),
        ({"a": [1, {"b": 0.5}]}, "0.5 cannot stand"),
        (float("nan"), "nan cannot stand"),
        ({1: "a"}, "the keys are to be text"),
        ({"a": {None: 1}}, "the keys are to be text"),
        ({"a": b"bytes"}, "a bytes cannot stand"),
        (object(), "a object cannot stand"),
    ],
)
def test_what_has_no_one_form_is_refused(value: Any, said: str) -> None:
    with pytest.raises(TypeError, match=said):
        canonical(value)
