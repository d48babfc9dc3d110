"""What to do about a part of the check that is not in place: one tip for each, in our own words."""

from __future__ import annotations

from typing import Final

from django.utils.translation import gettext_lazy as _

# Sub-theme code -> what helps.
TIPS: Final = {
    "anchoring.management": _(
        "Let management name the roles in writing and set hours aside for each phase, also "
        "for the months after the start."
    ),
    "anchoring.ownership": _(
        "Choose two or three colleagues who do the work themselves, and give them time to "
        "test, decide and show others."
    ),
    "technology.fit": _(
        "Write the problem in one sentence and ask a place that has solved it what they would "
        "do otherwise today."
    ),
    "technology.data": _(
        "Take a sample of the real data before you estimate: count what is missing, and "
        "double the hours you first thought of."
    ),
    "competences.team": _(
        "Put the people who do the work in the team with hours of their own, and look at "
        "feedback every second week."
    ),
    "competences.training": _(
        "Give training and help a line of their own in the budget, which development cannot "
        "draw on."
    ),
    "citizens.start": _(
        "Begin with citizens who want to, learn from them, and plan the wider invitation from "
        "what they say."
    ),
    "citizens.support": _(
        "Count only the citizens who can use it, and let somebody they know show it to them "
        "at home."
    ),
    "security.data": _(
        "List each piece of data with what it is needed for; leave out what has no answer, "
        "and encrypt the rest."
    ),
    "security.experts": _(
        "Order a review of a fixed size from a specialist early, and name who answers for "
        "security in operation."
    ),
    "financing.plan": _(
        "Agree in writing who pays for development and the first years, and follow a measure "
        "of quality as well."
    ),
    "financing.operation": _(
        "Settle before the start who pays after go-live and who keeps the gain, with an "
        "arrangement for the transition."
    ),
}
