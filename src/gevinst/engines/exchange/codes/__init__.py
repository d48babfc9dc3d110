"""Code lists: `read_codes(scheme, content)` gives the records of a file, and what was not understood."""

from gevinst.engines.exchange.codes.reading import read_codes
from gevinst.engines.exchange.codes.record import CodeList, CodeRecord
from gevinst.engines.exchange.codes.succession import successors

__all__ = ["CodeList", "CodeRecord", "read_codes", "successors"]
