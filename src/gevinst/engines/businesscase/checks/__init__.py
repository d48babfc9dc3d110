"""See README.md."""

from gevinst.engines.businesscase.checks.codes import CODES, Explained, Severity
from gevinst.engines.businesscase.checks.findings import findings

__all__ = ["CODES", "Explained", "Severity", "findings"]
