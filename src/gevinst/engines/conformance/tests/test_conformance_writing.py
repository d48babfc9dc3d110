"""How a document is written (prefixes, encodings, comments, …) changes nothing in what is found."""

from __future__ import annotations

import re
from codecs import BOM_UTF8, BOM_UTF16_BE
from collections.abc import Callable

import pytest
from lxml import etree

from gevinst.engines.conformance.judge import judge
from gevinst.engines.conformance.tests.fragments import ubl

NAME = "<RegistrationName>Tømrer &amp; søn</RegistrationName>"
PARTY = f"<Party><PartyLegalEntity>{NAME}</PartyLegalEntity></Party>"
AMOUNT = "<PayableAmount schemeID='1' currencyID='DKK'>1.005</PayableAmount>"
LINE = "<ID/><InvoicedQuantity unitCode='QQ'>2</InvoicedQuantity>"
DOCUMENT = ubl(
    "<CustomizationID>urn:cen.eu:en16931:2017</CustomizationID><InvoiceTypeCode>999</InvoiceTypeCode>"
    "<DocumentCurrencyCode>KR.</DocumentCurrencyCode>"
    f"<AccountingSupplierParty>{PARTY}</AccountingSupplierParty>"
    f"<LegalMonetaryTotal>{AMOUNT}</LegalMonetaryTotal><InvoiceLine>{LINE}</InvoiceLine>"
)
WRITTEN = etree.tostring(etree.fromstring(DOCUMENT), encoding="unicode")
Rewriting = Callable[[str], bytes]


def in_texts(put: str) -> Rewriting:
    """Every text of two characters and more with this after its first."""
    return lambda text: re.sub(r">([^<&])([^<]+)</", rf">\1{put}\2</", text).encode()


def encoded(name: str, mark: bytes = b"", *, declared: bool = True) -> Rewriting:
    said = f"<?xml version='1.0' encoding='{name}'?>" if declared else ""
    return lambda text: mark + (said + text).encode(name)


def other_prefixes(text: str) -> bytes:
    for prefix in set(re.findall(r"xmlns:(\w+)", text)):
        text = re.sub(rf"(</?){prefix}:", rf"\1x-{prefix}:", text)
        text = text.replace(f"xmlns:{prefix}=", f"xmlns:x-{prefix}=")
    return text.encode()


def attributes_the_other_way(text: str) -> bytes:
    root = etree.fromstring(text)
    for element in root.iter():
        named = element.items()
        element.attrib.clear()
        for name, value in reversed(named):
            element.set(name, value)
    return etree.tostring(root)


def wrapped(text: str) -> bytes:
    header = "<StandardBusinessDocumentHeader/>"
    return f"<StandardBusinessDocument xmlns='urn:x'>{header}{text}</StandardBusinessDocument>".encode()


REWRITINGS: dict[str, Rewriting] = {
    "comments": in_texts("<!-- <!DOCTYPE -->"),
    "instructions": in_texts("<?a b?>"),
    "character data": lambda text: re.sub(r">([^<&]+)</", r"><![CDATA[\1]]></", text).encode(),
    "references": lambda text: re.sub(r"(?<=>)\d(?=[\d.<])", r"&#x3\g<0>;", text).encode(),
    "prefixes": other_prefixes,
    "attributes": attributes_the_other_way,
    "blanks": lambda text: text.replace("><", ">\r\n\t <").replace('="', '\n = "').encode(),
    "latin-1": encoded("iso-8859-1"),
    "utf-16": encoded("utf-16"),
    "utf-16 undeclared": encoded("utf-16-be", BOM_UTF16_BE, declared=False),
    "byte order mark": encoded("utf-8", BOM_UTF8),
    "prolog": lambda text: f"\n<!-- a --><?xml-stylesheet href='a'?>{text}<!-- b -->".encode(),
    "envelope": wrapped,
}


def found(content: bytes) -> list[tuple[str, str]]:
    [judgement] = judge([content])
    assert judgement.profile == "en16931"
    return [(finding.rule, finding.path) for finding in judgement.findings]


def test_there_is_something_to_find() -> None:
    rules = {rule for rule, _ in found(DOCUMENT)}
    assert rules >= {"BR-CL-01", "BR-CL-04", "BR-CL-23", "BR-DEC-18", "BR-21"}


@pytest.mark.parametrize("way", REWRITINGS)
def test_the_way_it_is_written_changes_nothing(way: str) -> None:
    written = REWRITINGS[way](WRITTEN)
    assert written not in {DOCUMENT, WRITTEN.encode()}
    assert found(written) == found(DOCUMENT)
