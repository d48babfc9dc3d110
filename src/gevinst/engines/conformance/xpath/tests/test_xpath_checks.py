"""Check digits: one digit wrong is found, another form is false, and the XSLT twins agree."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gevinst.engines.blockkit.contract import Text
from gevinst.engines.conformance.judge import findings
from gevinst.engines.conformance.markup import read_nodes
from gevinst.engines.conformance.program import program
from gevinst.engines.conformance.ruleset import FormatRule, RuleSet
from gevinst.engines.conformance.stylesheet import fired, stylesheet
from gevinst.engines.conformance.vocabulary import Vocabulary
from gevinst.engines.conformance.xpath.checks import CHECKS

DOCUMENT = (
    '<Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2" '
    'xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2">{}</Invoice>'
)
GOOD = {
    "gln": "5798000000001",
    "cvr": "10000009",
    "luhn": "79927398713",
    "mod11-no": "974760673",
    "mod97-0208": "0202239951",
    "abn": "51824753556",
    "tin-gr": "094259216",
    "iban": "GB82WEST12345698765432",
}
TEXTS = st.text("0123456789", max_size=14) | st.text("0123456789AZaz -.", max_size=24)


def test_every_check_has_a_good_number() -> None:
    assert GOOD.keys() == CHECKS.keys()


@pytest.mark.parametrize(("name", "number"), GOOD.items())
def test_a_good_number_passes_and_its_last_digit_matters(name: str, number: str) -> None:
    check = CHECKS[name]
    assert check(number)
    others = [number[:-1] + digit for digit in "0123456789" if digit != number[-1]]
    assert not any(check(other) for other in others)


@pytest.mark.parametrize("name", CHECKS)
@pytest.mark.parametrize("text", ["", " ", "abc", "12", "१२३४५६७८९", "1234567890x"])
def test_another_form_is_false(name: str, text: str) -> None:
    assert not CHECKS[name](text) or name in ("gln", "luhn")


NUMBERS = (
    *GOOD.values(),
    *(number[:-1] + "7" for number in GOOD.values()),
    "", "000000000", "00000000", "0942592161", "DK10000009", "GB82 WEST",
    "GB82west12345698765432", "18", "A1",
)  # fmt: skip
TESTS = {name: f"g:{name}(string(.))" for name in CHECKS} | {
    "list": "g:in-list(string(.), 'CURRENCY')",
    "slack": "g:slack(., 18, 0.5)",
}
RULES = tuple(
    FormatRule(name, "own", "fatal", "cbc:ID", test, Text("", "")) for name, test in TESTS.items()
)


def test_the_twins_in_the_stylesheet_say_the_same() -> None:
    processor = pytest.importorskip("saxonche").PySaxonProcessor(license=False)
    body = "".join(f"<cbc:ID>{number}</cbc:ID>" for number in NUMBERS)
    rules = [RuleSet("own", {}, RULES)]
    xslt = processor.new_xslt30_processor().compile_stylesheet(stylesheet_text=stylesheet(rules))
    lines = xslt.transform_to_string(xdm_node=processor.parse_xml(xml_text=DOCUMENT.format(body)))
    words = Vocabulary()
    ours = findings(program(rules), [read_nodes(DOCUMENT.format(body).encode(), words)], words)
    assert sorted(fired(lines)) == sorted((found.rule, found.path) for found in ours[0])


@settings(max_examples=50, deadline=None)
@given(TEXTS)
def test_no_text_ends_a_check_with_an_error(text: str) -> None:
    assert all(isinstance(check(text), bool) for check in CHECKS.values())
