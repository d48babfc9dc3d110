"""Answers and colours of the readiness check, and the rules that give a colour, in words."""

from __future__ import annotations

from typing import Final

from django.utils.translation import gettext_lazy as _

# Answer 0, 1, 2 -> its word.
ANSWERS: Final = {
    0: _("Missing"),
    1: _("Partly in place"),
    2: _("In place"),
}
# Colour -> its word.
COLOURS: Final = {
    "red": _("Not ready"),
    "yellow": _("On the way"),
    "green": _("Ready"),
}
# Colour -> the rule that gives it.
COLOUR_RULES: Final = {
    "red": _("Less than half is in place: the answers average below 1."),
    "yellow": _(
        "The average is at least 1, but something is missing, not answered or only partly there."
    ),
    "green": _("Everything is answered, nothing is missing, and the answers average at least 1.5."),
}
WEAKEST_RULE: Final = _("The weakest theme sets the colour of the whole.")
