"""Which states of a benefit count as measured."""

from __future__ import annotations

import pytest

from gevinst.engines.businesscase.model.benefit_state import State, is_measured

MEASURED = {"measured", "realised", "sustained"}


@pytest.mark.parametrize("state", State)
def test_three_states_are_measured(state: State) -> None:
    assert is_measured(state) is (state.value in MEASURED)


@pytest.mark.parametrize("word", ["reported", "decided", "assumed", ""])
def test_no_other_word_is(word: str) -> None:
    assert not is_measured(word)
