"""KITOS: `read_kitos(content)` gives the systems and usages of a saved answer."""

from gevinst.engines.exchange.kitos.reading import read_kitos
from gevinst.engines.exchange.kitos.record import KitosFile, KitosSystem, KitosUsage

__all__ = ["KitosFile", "KitosSystem", "KitosUsage", "read_kitos"]
