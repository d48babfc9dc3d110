"""See README.md."""

from gevinst.engines.filetext.checking import check
from gevinst.engines.filetext.extracting import Extract, Reading, extract
from gevinst.engines.filetext.kinds import ALLOWED, Family, Kind, extension, kind_of_name
from gevinst.engines.filetext.limits import Limits
from gevinst.engines.filetext.names import clean_name
from gevinst.engines.filetext.refusal import Code, Refusal

__all__ = [
    "ALLOWED",
    "Code",
    "Extract",
    "Family",
    "Kind",
    "Limits",
    "Reading",
    "Refusal",
    "check",
    "clean_name",
    "extension",
    "extract",
    "kind_of_name",
]
