"""An invented catalogue: `sample(authorities, processes, seed)`, written by `as_json` and `as_excel`."""

from gevinst.engines.exchange.sample.as_excel import as_excel
from gevinst.engines.exchange.sample.as_json import as_json
from gevinst.engines.exchange.sample.processes import Place, sample

__all__ = ["Place", "as_excel", "as_json", "sample"]
