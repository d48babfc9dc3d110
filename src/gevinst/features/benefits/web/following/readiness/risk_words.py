"""What each question of the check risks when its answer is missing, and the categories of risks."""

from __future__ import annotations

from typing import Final

from django.utils.translation import gettext_lazy as _

# Question code -> the risk it proposes when it is answered "missing".
RISKS: Final = {
    "anchoring.management.resources": _("The project loses people or money to other projects"),
    "anchoring.management.roles": _("Nobody takes care of the solution once the project closes"),
    "anchoring.management.turnover": _("Knowledge is lost when key people leave"),
    "anchoring.ownership.involvement": _(
        "The solution does not fit the work and has to be changed late"
    ),
    "anchoring.ownership.ambassadors": _(
        "The solution is only used by some of those it was made for"
    ),
    "technology.fit.problem": _("The solution answers a problem that matters little"),
    "technology.fit.experience": _("Mistakes that others have already paid for are made again"),
    "technology.fit.strategy": _("The solution stands alone and has to be replaced early"),
    "technology.fit.existing": _("Money is spent on what an existing system could do"),
    "technology.data.quality": _("Data is worse than expected and delays the solution"),
    "technology.data.effort": _("The work with data takes longer than planned"),
    "technology.data.collection": _("Data keeps coming in with faults after the start"),
    "competences.team.product": _("The solution works technically but nobody gains by it"),
    "competences.team.release": _("The project waits for people who are needed in daily operation"),
    "competences.team.feedback": _("Drawbacks are found only after the start"),
    "competences.training.plan": _("Staff fall back to the old way of working"),
    "competences.training.protected": _("Introduction is cut to pay for development"),
    "citizens.start.voluntary": _(
        "The first citizens meet a solution that is not ready and say no"
    ),
    "citizens.start.promotion": _("Fewer citizens use the solution than the case counts on"),
    "citizens.support.groups": _("The case counts on citizens who cannot use the solution"),
    "citizens.support.introduction": _("Citizens give up in the first weeks"),
    "citizens.support.language": _("Information does not reach the citizens"),
    "security.data.balance": _("Legal questions stop the solution late"),
    "security.data.necessary": _("The solution has to be rebuilt to use less personal data"),
    "security.data.protection": _("Personal data comes into the wrong hands"),
    "security.experts.review": _("A fault in data protection is found after the start"),
    "security.experts.cybersecurity": _("An attack or a weakness stops operation"),
    "financing.plan.agreed": _("The project stops while financing is negotiated"),
    "financing.plan.balance": _("Staff fear for their jobs and hold back"),
    "financing.operation.sharing": _("Those who gain do not pay and the solution is closed"),
    "financing.operation.incentive": _("The field joins late because it only sees the cost"),
}
# Category of a risk -> its word.
CATEGORIES: Final = {
    "organisation": _("Organisation"),
    "technology": _("Technology"),
    "people": _("Staff"),
    "users": _("Citizens"),
    "legal": _("Law and security"),
    "finance": _("Financing"),
}
