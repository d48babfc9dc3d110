"""How large attached files may be: `CATALOGUE_ATTACHMENT_*` of the settings."""

from __future__ import annotations

from django.conf import settings

from gevinst.engines.filetext import Limits

MEGABYTE = 1024 * 1024
# Text of a file up to this size is read while the page waits.
AT_ONCE = MEGABYTE


def largest_mb() -> int:
    """The most megabytes of one file."""
    return int(settings.CATALOGUE_ATTACHMENT_MB)


def limits() -> Limits:
    """How much work one file may ask for."""
    return Limits(unpacked=int(settings.CATALOGUE_ATTACHMENT_UNPACKED_MB) * MEGABYTE)
