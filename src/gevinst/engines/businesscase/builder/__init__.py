"""See README.md."""

from gevinst.engines.businesscase.builder.build import BusinessCase
from gevinst.engines.businesscase.builder.goal import solve

__all__ = ["BusinessCase", "solve"]
