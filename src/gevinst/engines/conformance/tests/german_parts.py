"""Trade in Germany and across its border, and parts of documents that the German tables are made of."""

from __future__ import annotations

from gevinst.engines.conformance.tests.fragments import buyer, seller

GERMANS = seller("DE") + buyer("de")
EXPORT = seller("DE") + buyer("AT")


def filled(group: str, element: str, text: str = "a") -> str:
    return f"<{group}><{element}>{text}</{element}></{group}>"


def from_seller(inside: str) -> str:
    return seller("DE", inside) + buyer("DE")


def paid(code: str, inside: str = "") -> str:
    return f"<PaymentMeans><PaymentMeansCode>{code}</PaymentMeansCode>{inside}</PaymentMeans>"


def linked(uri: str) -> str:
    return (
        "<AdditionalDocumentReference><Attachment><ExternalReference>"
        f"<URI>{uri}</URI></ExternalReference></Attachment></AdditionalDocumentReference>"
    )
