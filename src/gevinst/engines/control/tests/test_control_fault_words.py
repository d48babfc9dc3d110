"""Faults in Danish: every fault that the loader names is said, and what is quoted is left alone."""

import re

import pytest

from gevinst.engines.control import RuleFault, load_rulebook
from gevinst.engines.control.fault_words import QUOTED, in_danish
from gevinst.engines.control.tests.conftest import FACTS, PARAMETERS, REGISTERS, SUBJECTS
from gevinst.engines.control.tests.test_control_rulebook import GOOD, MISTAKES

ENGLISH = re.compile(
    r"\b(expected|found|is unknown|unknown key|twice|the|with|only|either|or|must)\b"
)
OF_THE_READER = ("rules: [", "da: \x07")


@pytest.mark.parametrize(
    ("message", "said"),
    [
        ("expected a number, found a text, in 'fee.rate == a text'",
         "ventede et tal, fandt en tekst, i 'fee.rate == a text'"),
        ("the rule 'x' stands twice with version '1'; first at a.yaml:3:5",
         "reglen 'x' står to gange med version '1'; første gang i a.yaml:3:5"),
        ("fee.colour is unknown; expected one of fee.known, fee.matches",
         "fee.colour er ukendt; ventede en af fee.known, fee.matches"),
    ],
)  # fmt: skip
def test_a_fault_is_said_in_danish(message: str, said: str) -> None:
    assert in_danish(message) == said


LOADED = [each for each in MISTAKES if each[1] not in OF_THE_READER]


@pytest.mark.parametrize(("right", "wrong", "said"), LOADED, ids=[each[2] for each in LOADED])
def test_no_english_is_left_in_what_the_loader_says(right: str, wrong: str, said: str) -> None:
    text = (SUBJECTS + FACTS + GOOD).replace(right, wrong)
    with pytest.raises(RuleFault) as caught:
        load_rulebook({"rules.yaml": text}, REGISTERS, PARAMETERS)
    assert said in str(caught.value)
    assert ENGLISH.findall("".join(QUOTED.split(in_danish(caught.value.reason))[::2])) == []
