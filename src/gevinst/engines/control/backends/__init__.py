"""See README.md."""

from gevinst.engines.control.backends.choosing import ENGINES, opened
from gevinst.engines.control.backends.engine import Engine, EngineFault
from gevinst.engines.control.backends.parquet import ParquetTable, parquet_table

__all__ = ["ENGINES", "Engine", "EngineFault", "ParquetTable", "opened", "parquet_table"]
