"""OS2autoproces: `read_rest` gives the processes of a saved answer, `read_excel` those of its workbook."""

from gevinst.engines.exchange.os2autoproces.excel import read_excel
from gevinst.engines.exchange.os2autoproces.rest import read_rest

__all__ = ["read_excel", "read_rest"]
