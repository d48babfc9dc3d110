"""Every function that the parser lets through exists, and none is hidden from it."""

from gevinst.engines.conformance.xpath.functions import FUNCTIONS
from gevinst.engines.conformance.xpath.signatures import SIGNATURES


def test_functions_and_signatures_are_the_same_names() -> None:
    assert FUNCTIONS.keys() == SIGNATURES.keys()
