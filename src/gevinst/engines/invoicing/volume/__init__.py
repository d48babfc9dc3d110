"""See README.md."""

from gevinst.engines.invoicing.volume.judging import Written, judge_files
from gevinst.engines.invoicing.volume.subjects import SubjectFiles

__all__ = ["SubjectFiles", "Written", "judge_files"]
