"""See README.md."""

from gevinst.engines.blockkit.registers.fitting import conforming, with_types
from gevinst.engines.blockkit.registers.loading import Loaded, load_each, load_registers

__all__ = ["Loaded", "conforming", "load_each", "load_registers", "with_types"]
