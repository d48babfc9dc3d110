"""The functions and methods that a formula may call, for exact numbers, floats and arrays alike."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from gevinst.engines.businesscase.figures.calculation_functions import CALCULATION
from gevinst.engines.businesscase.figures.list_functions import LISTS
from gevinst.engines.businesscase.figures.rounding_functions import ROUNDING

FUNCTIONS: dict[str, Callable[..., Any]] = {**ROUNDING, **LISTS, **CALCULATION}
METHODS: dict[str, tuple[type, ...]] = {
    "values": (dict,),
    "items": (dict,),
    "keys": (dict,),
    "get": (dict,),
    "index": (list, tuple),
    "count": (list, tuple),
}
