"""Order and batch change nothing, what cannot be judged is a finding, and a spoilt field is found."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gevinst.engines.conformance import judge as judging
from gevinst.engines.conformance.judge import judge
from gevinst.engines.conformance.profiles import chosen
from gevinst.engines.conformance.vocabulary import Vocabulary
from gevinst.engines.conformance.xpath import ragged
from gevinst.engines.einvoice import Draft, DraftLine, DraftParty, Refusal, write

CUSTOMIZATION = b"urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0"


def invoice(number: str = "F1", profile: str = "peppol-bis-3", lines: int = 2) -> bytes:
    parts = tuple(
        DraftLine(str(at), f"Vare {at}", Decimal(at), "EA", Decimal("10.25"), Decimal(25))
        for at in range(1, lines + 1)
    )
    supplier, customer = (
        DraftParty("Sælger", "10000009"),
        DraftParty("Køber", "29190925", gln="5798000000001"),
    )
    day = date(2026, 11, 2)
    return write(Draft(profile, "invoice", number, day, day, supplier, customer, parts))


GOOD = invoice()
SPOILT = {
    "PEPPOL-EN16931-R120": (
        b">10.25</cbc:LineExtensionAmount>",
        b">11.25</cbc:LineExtensionAmount>",
    ),
    "BR-CL-04": (b"<cbc:DocumentCurrencyCode>DKK", b"<cbc:DocumentCurrencyCode>KR."),
    "BR-02": (b"<cbc:ID>F1</cbc:ID>", b""),
}
MIXED = [
    GOOD,
    *(GOOD.replace(*change) for change in SPOILT.values()),
    invoice("F2", lines=3),
    b"<a/>",
    GOOD.replace(CUSTOMIZATION, b"123"),
    b'<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>',
]


def test_a_good_invoice_has_no_fatal_finding() -> None:
    judgement = judge([GOOD])[0]
    assert judgement.profile == "peppol-bis-3"
    assert [finding for finding in judgement.findings if finding.severity == "fatal"] == []
    assert not judgement.fatal


@pytest.mark.parametrize(("rule", "change"), SPOILT.items())
def test_a_spoilt_invoice_is_found(rule: str, change: tuple[bytes, bytes]) -> None:
    spoilt = GOOD.replace(*change)
    assert spoilt != GOOD
    judgement = judge([spoilt])[0]
    assert rule in {finding.rule for finding in judgement.findings}
    assert judgement.fatal


def test_a_finding_says_where_what_and_in_both_languages() -> None:
    change = SPOILT["PEPPOL-EN16931-R120"]
    found = {one.rule: one for one in judge([GOOD.replace(*change)])[0].findings}
    finding = found["PEPPOL-EN16931-R120"]
    assert finding.path.startswith("/ubl:Invoice[1]/cac:InvoiceLine[1]")
    assert finding.outcome == "fail"
    assert finding.message.da
    assert finding.message.en
    assert "11.25" in finding.values.values()


@settings(max_examples=15, deadline=None)
@given(st.permutations(range(len(MIXED))), st.integers(1, len(MIXED)))
def test_order_and_size_of_a_batch_change_nothing(order: list[int], size: int) -> None:
    expected = judge(MIXED, None)
    found = [
        judgement
        for begin in range(0, len(order), size)
        for judgement in judge([MIXED[at] for at in order[begin : begin + size]], None)
    ]
    assert found == [expected[at] for at in order]


@pytest.mark.parametrize(
    ("content", "code"), [(b"<a/>", "not-an-invoice"), (b"", "empty"), (b"<a", "not-xml")]
)
def test_what_cannot_be_read_is_a_fatal_finding(content: bytes, code: str) -> None:
    judgement = judge([content], "peppol-bis-3")[0]
    assert judgement.profile is None
    assert [(one.rule, one.severity) for one in judgement.findings] == [(code, "fatal")]


def test_a_document_refused_before_stands_among_the_others() -> None:
    judgements = judge([GOOD, Refusal("too-large")])
    assert [judgement.fatal for judgement in judgements] == [False, True]


def test_a_document_without_a_known_profile_needs_one_stated() -> None:
    nameless = GOOD.replace(CUSTOMIZATION, b"123")
    (finding,) = judge([nameless])[0].findings
    assert (finding.rule, finding.values) == ("unknown-profile", {"cbc:CustomizationID": "123"})
    assert judge([nameless], "en16931")[0].profile == "en16931"


def test_a_fragment_is_judged_on_what_is_there() -> None:
    fragment = b'<Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2"/>'
    rules = {finding.rule for finding in judge([fragment], "en16931")[0].findings}
    assert {"BR-01", "BR-02", "BR-16"} <= rules


@pytest.mark.parametrize(
    ("customization", "asked", "expected"),
    [
        ("OIOUBL-2.1", None, "oioubl-2"),
        ("OIOUBL-2.1", "peppol-bis-3", "oioubl-2"),
        ("urn:cen.eu:en16931:2017", None, "en16931"),
        ("urn:cen.eu:en16931:2017", "peppol-bis-3", "peppol-bis-3"),
        (CUSTOMIZATION.decode(), "en16931", "peppol-bis-3"),
        ("urn:cen.eu:en16931:2017#compliant#urn:xoev-de:kosit:standard:xrechnung_3.0", None, "en16931"),
        ("urn:fdc:oioubl.dk:trns:billing:invoice:3.0", None, "oioubl-3"),
        ("", None, None),
        ("", "oioubl-2", "oioubl-2"),
    ],
)  # fmt: skip
def test_the_profile_is_the_documents_own_unless_it_names_none(
    customization: str, asked: str | None, expected: str | None
) -> None:
    assert chosen(customization, asked) == expected


def test_a_vocabulary_that_grew_too_large_is_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    large = Vocabulary()
    for at in range(20_001):
        large.path(0, f"{{x}}n{at}")
    monkeypatch.setattr(judging, "_words", [large])
    assert not judge([GOOD])[0].fatal
    assert judging._words[0] is not large


def test_what_is_too_wide_together_is_judged_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    many = [invoice(f"F{at}", lines=at * 5) for at in range(1, 9)]
    expected = judge(many)
    monkeypatch.setattr(ragged, "MOST_ITEMS", 300)
    found = judge(many)
    refused = [at for at, one in enumerate(found) if one.profile is None]
    assert 0 < len(refused) < len(many)
    assert all(found[at].findings[0].rule == "too-many-elements" for at in refused)
    assert [found[at] for at in range(8) if at not in refused] == [
        expected[at] for at in range(8) if at not in refused
    ]
