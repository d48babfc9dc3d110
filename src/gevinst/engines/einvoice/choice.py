"""Which of several places a field is taken from; the readers of values and of paths both ask here."""

from __future__ import annotations

from gevinst.engines.einvoice.model import Identifier
from gevinst.engines.einvoice.tree import Values

# UNCL 5153 `VAT`, and `63` (Moms) of OIOUBL's urn:oioubl:id:taxschemeid.
VAT_SCHEMES = ("VAT", "63")
CVR_SCHEMES = ("DK:CVR", "0184")
CVR_LENGTH, GLN_LENGTH = 8, 13
GLN_SCHEMES = ("GLN", "0088", "EAN")


def vat_index(parts: list[Values]) -> int:
    """The first part whose tax is VAT, else the first."""
    for index, values in enumerate(parts):
        if values.get("scheme") in VAT_SCHEMES:
            return index
    return 0


def as_cvr(identifier: Identifier) -> str:
    """Eight digits where the identifier is a CVR number in form, else "".

    >>> as_cvr(Identifier("DK 16356706", "DK:CVR"))
    '16356706'
    """
    if identifier.scheme not in CVR_SCHEMES:
        return ""
    digits = identifier.value
    if len(digits) != CVR_LENGTH:
        digits = digits.replace(" ", "").upper().removeprefix("DK")
    return digits if len(digits) == CVR_LENGTH and digits.isascii() and digits.isdigit() else ""


def as_gln(identifier: Identifier) -> str:
    """Thirteen digits where the identifier is a GLN in form, else ""."""
    if identifier.scheme not in GLN_SCHEMES:
        return ""
    digits = identifier.value.replace(" ", "")
    return digits if len(digits) == GLN_LENGTH and digits.isascii() and digits.isdigit() else ""
