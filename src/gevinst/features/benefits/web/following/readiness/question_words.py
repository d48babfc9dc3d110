"""The questions of the readiness check, keyed by the codes of the engine's `themes.yaml`."""

from __future__ import annotations

from typing import Final

from django.utils.translation import gettext_lazy as _

# Question code -> the question.
QUESTIONS: Final = {
    "anchoring.management.resources": _(
        "Has management set time and money aside for every phase, "
        "from analysis until the solution is in full use?"
    ),
    "anchoring.management.roles": _(
        "Is it written down who owns the system and the process, and who maintains and supports it, "
        "during the project and after?"
    ),
    "anchoring.management.turnover": _(
        "Is there a plan for what happens if key people leave or another project comes in between?"
    ),
    "anchoring.ownership.involvement": _(
        "Do the people who know the work best take part in design and building?"
    ),
    "anchoring.ownership.ambassadors": _(
        "Are there colleagues who speak for the solution until everybody uses it?"
    ),
    "technology.fit.problem": _(
        "Is it decided which problem the technology shall solve, and why this one comes first?"
    ),
    "technology.fit.experience": _(
        "Have you looked at how the technology fits the staff, and at what others have learnt from it?"
    ),
    "technology.fit.strategy": _(
        "Does the solution fit the other systems in a common digital strategy?"
    ),
    "technology.fit.existing": _("Are the possibilities of the systems you already have used up?"),
    "technology.data.quality": _(
        "Have you examined which data is needed and how good it is, in the data itself?"
    ),
    "technology.data.effort": _(
        "Are the hours for access to data and for cleaning it counted realistically?"
    ),
    "technology.data.collection": _(
        "Is the way data is collected put in order before development starts?"
    ),
    "competences.team.product": _(
        "Is the project run as a product for those who do the work, not as an IT project only?"
    ),
    "competences.team.release": _(
        "Can the professional field release the right people for as long as it takes?"
    ),
    "competences.team.feedback": _(
        "Do users regularly say what helps and what does not, and is it acted upon?"
    ),
    "competences.training.plan": _(
        "Is there a plan with time and money for information, training and help around the start?"
    ),
    "competences.training.protected": _(
        "Is the money for change management protected when development becomes dearer?"
    ),
    "citizens.start.voluntary": _(
        "Do you begin with citizens who want to take part, and learn from them?"
    ),
    "citizens.start.promotion": _("Is there a plan for reaching the other citizens afterwards?"),
    "citizens.support.groups": _(
        "Is it clear which citizens the solution is for, and does the case count only them?"
    ),
    "citizens.support.introduction": _("Do staff the citizen knows show the solution by hand?"),
    "citizens.support.language": _("Do you use channels and words that the citizens know already?"),
    "security.data.balance": _(
        "Have you weighed what more data gives against the legal work it brings?"
    ),
    "security.data.necessary": _(
        "Is the solution designed to use only the personal data it cannot do without?"
    ),
    "security.data.protection": _("Is personal data pseudonymised or encrypted where it can be?"),
    "security.experts.review": _(
        "Is there an agreement with somebody who knows data protection, for a review of a stated size?"
    ),
    "security.experts.cybersecurity": _(
        "Is somebody responsible for cybersecurity both in development and in operation?"
    ),
    "financing.plan.agreed": _(
        "Is it agreed who pays for development and for the first years of operation?"
    ),
    "financing.plan.balance": _(
        "Do quality, security and service count in the case as well as savings?"
    ),
    "financing.operation.sharing": _(
        "Is it agreed how benefits and costs are shared once the solution is in operation?"
    ),
    "financing.operation.incentive": _(
        "Is there a fair arrangement for the transition, so that the field gains by joining?"
    ),
}
