"""A document is judged the same however often its markup was met before, and in whatever company."""

from __future__ import annotations

import pytest

from gevinst.engines.conformance.judge import judge
from gevinst.engines.conformance.tests.fragments import buyer, seller, ubl

MET_BEFORE = 4
FRAGMENTS = (
    "<Note> begins with a space</Note>",  # no text of its own: all stands in the markup
    "<Note>a</Note>",
    "<Note/>",
    "<Note>a &amp; b</Note><Note> </Note>",
    seller("DK") + buyer("DK"),
    '<LegalMonetaryTotal><PayableAmount currencyID="DKK">1</PayableAmount></LegalMonetaryTotal>',
)


@pytest.mark.parametrize("fragment", FRAGMENTS)
def test_markup_met_again_is_judged_the_same(fragment: str) -> None:
    document = ubl(fragment)
    first = judge([document], "peppol-bis-3")
    for _ in range(MET_BEFORE):
        assert judge([document], "peppol-bis-3") == first


def test_company_changes_nothing() -> None:
    documents = [ubl(fragment) for fragment in FRAGMENTS] * MET_BEFORE
    alone = [judge([document], "peppol-bis-3")[0] for document in documents]
    assert judge(documents, "peppol-bis-3") == alone
    assert judge(documents[::-1], "peppol-bis-3") == alone[::-1]
