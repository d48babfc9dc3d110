"""See README.md."""

from gevinst.engines.benefit.runlog.facts import read_baselines, read_costs
from gevinst.engines.benefit.runlog.makes import MAKES
from gevinst.engines.benefit.runlog.reading import read_runs
from gevinst.engines.benefit.runlog.table_row import LogFault

__all__ = ["MAKES", "LogFault", "read_baselines", "read_costs", "read_runs"]
