"""See README.md."""

from gevinst.engines.intake.archives import Limits, is_archive, unpack
from gevinst.engines.intake.refusal import CODES, IntakeRefusal

__all__ = ["CODES", "IntakeRefusal", "Limits", "is_archive", "unpack"]
