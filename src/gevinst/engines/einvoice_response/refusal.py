"""Why an answer cannot be written: a stable code, and what it means in Danish and English."""

from __future__ import annotations

from types import MappingProxyType

CODES = MappingProxyType(
    {
        "unknown-profile": (
            "Formatet har intet elektronisk svar.",
            "The format has no electronic answer.",
        ),
        "no-response": (
            "Dokumentet er sendt i en proces uden svar.",
            "The document was sent in a process without answers.",
        ),
        "no-endpoint": (
            "En af parterne har ingen elektronisk adresse.",
            "One of the parties has no electronic address.",
        ),
        "bad-endpoint": (
            "En elektronisk adresse er af en art, som formatet ikke kender.",
            "An electronic address is of a kind that the format does not know.",
        ),
        "no-name": ("En af parterne mangler et navn.", "One of the parties has no name."),
        "no-legal-id": (
            "Afsenderen af svaret mangler et CVR-nummer.",
            "The sender of the answer has no CVR number.",
        ),
        "no-number": ("Dokumentet har intet nummer.", "The document has no number."),
        "person-number": (
            "Et personnummer ville stå i svaret som en identifikation.",
            "A person number would stand in the answer as an identifier.",
        ),
        "no-clarification": (
            "Et afslag skal forklares med en kode.",
            "A refusal is explained by a code.",
        ),
        "no-words": (
            "En kode for “andet” skal forklares med ord.",
            "A code for “other” is explained in words.",
        ),
        "wrong-status": (
            "Koden hører til en anden status.",
            "The code belongs to another status.",
        ),
        "bad-condition": (
            "Feltet er ikke et felt i en faktura (BT-nummer).",
            "The field is not one of an invoice (BT number).",
        ),
        "no-place": (
            "Formatet har ikke plads til alt det, svaret siger.",
            "The format has no place for all that the answer says.",
        ),
    }
)


class ResponseRefusal(ValueError):
    """The answer cannot be written. `code` is one of `CODES`; `detail` holds no value of the document."""

    def __init__(self, code: str, detail: str = "") -> None:
        danish, english = CODES[code]
        super().__init__(f"{english} {detail}".rstrip())
        self.code, self.detail = code, detail
        self.message_da, self.message_en = danish, english
