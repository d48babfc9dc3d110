"""CSV: `opened(content)` finds what a file is made of, `read_csv(table, mapping)` reads its processes."""

from gevinst.engines.exchange.csvfile.mapping import Mapping, guessed, mapping_from
from gevinst.engines.exchange.csvfile.reading import read_csv
from gevinst.engines.exchange.csvfile.sniffing import Table, opened

__all__ = ["Mapping", "Table", "guessed", "mapping_from", "opened", "read_csv"]
