"""See README.md."""

from gevinst.engines.blockkit.registers.checks.checking import Survey, check_registers, survey
from gevinst.engines.blockkit.registers.checks.remarks import RegisterRemark, RemarkLevel

__all__ = ["RegisterRemark", "RemarkLevel", "Survey", "check_registers", "survey"]
