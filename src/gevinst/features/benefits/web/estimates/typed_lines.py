"""What is typed or pasted for an estimate, line by line."""

from __future__ import annotations

import re

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

YEAR = re.compile(r"(19|20|21)\d\d")
MOST_LINES = 200


def lines_of(typed: str) -> list[str]:
    """The lines that say something. Raises `ValidationError` for more than are taken."""
    found = [line.strip() for line in typed.replace("\x00", "").splitlines() if line.strip()]
    if len(found) > MOST_LINES:
        raise ValidationError(_("At most %(n)s lines.") % {"n": MOST_LINES})
    return found
