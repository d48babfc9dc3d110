"""The words of verdicts: what became of a published figure, and what that means."""

from __future__ import annotations

from typing import Final

from django.utils.translation import gettext_lazy as _

from gevinst.engines.businesscase.proof import Finding
from gevinst.features.benefits.publishing.words import Words

VERDICTS: Final[Words] = {
    Finding.REPRODUCED: _("Reproduced"),
    Finding.ONLY_UNDER_A_READING: _("Only under a reading"),
    Finding.NOT_REPRODUCIBLE: _("Cannot be reproduced"),
    Finding.IMPLIED: _("Implied"),
}
VERDICT_MEANINGS: Final[Words] = {
    Finding.REPRODUCED: _("The published facts give the published figure."),
    Finding.ONLY_UNDER_A_READING: _(
        "The figure comes out if the text is read in a way that it does not state itself."
    ),
    Finding.NOT_REPRODUCIBLE: _("The published facts do not give the published figure."),
    Finding.IMPLIED: _("The figure is not printed; it follows from those that are."),
}
