"""See README.md."""

from gevinst.engines.identifiers import cpr
from gevinst.engines.identifiers.codes import Kle, is_form, is_kle, parse_form, parse_kle
from gevinst.engines.identifiers.companies import is_cvr, is_se, mask_company, parse_cvr, parse_se
from gevinst.engines.identifiers.cpr import Cpr, find_cprs, mask_all
from gevinst.engines.identifiers.errors import IdentifierError
from gevinst.engines.identifiers.iban import is_iban, mask_iban, parse_iban
from gevinst.engines.identifiers.places import (
    is_gln,
    is_sor,
    mask_gln,
    mask_sor,
    parse_gln,
    parse_sor,
)

parse_cpr, is_cpr, mask_cpr = cpr.parse, cpr.is_valid, cpr.mask
mask_cvr = mask_se = mask_company

__all__ = [
    "Cpr",
    "IdentifierError",
    "Kle",
    "find_cprs",
    "is_cpr",
    "is_cvr",
    "is_form",
    "is_gln",
    "is_iban",
    "is_kle",
    "is_se",
    "is_sor",
    "mask_all",
    "mask_cpr",
    "mask_cvr",
    "mask_gln",
    "mask_iban",
    "mask_se",
    "mask_sor",
    "parse_cpr",
    "parse_cvr",
    "parse_form",
    "parse_gln",
    "parse_iban",
    "parse_kle",
    "parse_se",
    "parse_sor",
]
