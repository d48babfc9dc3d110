"""The log: person numbers never stand in it, wherever a message or a traceback got them from."""

from __future__ import annotations

import logging

from gevinst.engines.identifiers import mask_all


class Masking(logging.Formatter):
    """A formatter that masks every person number in what is written, the traceback too."""

    def format(self, record: logging.LogRecord) -> str:
        """The line as it is written."""
        return mask_all(super().format(record))
