"""Why a document is not read: stable codes, and what to say to whom it concerns, in Danish and English."""

from __future__ import annotations

from types import MappingProxyType
from typing import NamedTuple


class Words(NamedTuple):
    """What is wrong and what to do, for one code."""

    da: str
    en: str


# The codes are a public promise: a code is never renamed, and its meaning never changes.
CODES = MappingProxyType(
    {
        "empty": Words(
            "Filen er tom. Hent den igen, eller bed leverandøren sende den på ny.",
            "The file is empty. Fetch it again, or ask the supplier to send it anew.",
        ),
        "not-xml": Words(
            "Filen er ikke velformet XML. Bed leverandøren sende dokumentet på ny.",
            "The file is not well-formed XML. Ask the supplier to send the document anew.",
        ),
        "bad-encoding": Words(
            "Filens tegnsæt kendes ikke eller passer ikke med indholdet. Bed om UTF-8.",
            "The file's character set is unknown or does not fit its content. Ask for UTF-8.",
        ),
        "doctype": Words(
            "Filen har en DOCTYPE, og den må en e-faktura ikke have. Afvis den som usikker.",
            "The file has a DOCTYPE, which an e-invoice must not have. Reject it as unsafe.",
        ),
        "too-large": Words(
            "Filen er større end grænsen. Bed leverandøren om mindre bilag.",
            "The file is larger than the limit. Ask the supplier for smaller attachments.",
        ),
        "too-deep": Words(
            "Elementerne ligger dybere i hinanden end en e-faktura kan have brug for. Afvis den.",
            "The elements are nested deeper than any e-invoice needs. Reject it.",
        ),
        "too-many-elements": Words(
            "Filen har flere elementer end grænsen. Bed leverandøren dele fakturaen.",
            "The file has more elements than the limit. Ask the supplier to split the invoice.",
        ),
        "not-an-invoice": Words(
            "Dokumentet er hverken en UBL-faktura eller en UBL-kreditnota. Send det et andet sted hen.",
            "The document is neither a UBL invoice nor a UBL credit note. Send it elsewhere.",
        ),
        "unknown-profile": Words(
            "Dokumentets CustomizationID er ikke OIOUBL 2, OIOUBL 3 eller Peppol BIS 3. "
            "Bed leverandøren bruge en af dem.",
            "The document's CustomizationID is not OIOUBL 2, OIOUBL 3 or Peppol BIS 3. "
            "Ask the supplier to use one of them.",
        ),
        "missing-field": Words(
            "Dokumentet mangler en oplysning, som en faktura skal have. Bed leverandøren rette den.",
            "The document lacks a field that an invoice must have. Ask the supplier to correct it.",
        ),
        "bad-value": Words(
            "En oplysning er skrevet forkert (tal, dato eller ja/nej). Bed leverandøren rette den.",
            "A field is written wrongly (number, date or yes/no). Ask the supplier to correct it.",
        ),
        "totals-differ": Words(
            "Beløbet til betaling kan ikke regnes frem af linjer, tillæg, moms og forudbetaling. "
            "Bed leverandøren rette fakturaen.",
            "The payable amount does not follow from lines, charges, VAT and prepayment. "
            "Ask the supplier to correct the invoice.",
        ),
    }
)


class Refusal(Exception):
    """A document that is not read; `code` is one of `CODES`, `where` an XPath or a position.

    >>> str(Refusal("doctype", "/"))
    'doctype at /: The file has a DOCTYPE, which an e-invoice must not have. Reject it as unsafe.'
    """

    def __init__(self, code: str, where: str = "", detail: str = "") -> None:
        words = CODES[code]
        self.code, self.where, self.detail = code, where, detail
        self.message_da = _sentence(words.da, where, detail)
        self.message_en = _sentence(words.en, where, detail)
        super().__init__(code, where, detail)

    def __str__(self) -> str:
        at = f" at {self.where}" if self.where else ""
        return f"{self.code}{at}: {CODES[self.code].en}"


def _sentence(words: str, where: str, detail: str) -> str:
    facts = ", ".join(fact for fact in (where, detail) if fact)
    return f"{words} ({facts})" if facts else words
