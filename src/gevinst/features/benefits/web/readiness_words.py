"""The words of the readiness check, keyed by the codes of the engine's `themes.yaml`."""

from __future__ import annotations

from typing import Final

from django.utils.translation import gettext_lazy as _

# Theme code -> its title.
THEMES: Final = {
    "anchoring": _("Organisational anchoring"),
    "technology": _("Maturity and character of the technology"),
    "competences": _("Organisational and technical competences"),
    "citizens": _("Competences of citizens"),
    "security": _("Information and data security"),
    "financing": _("Financing"),
}

# Theme code -> what it is about.
ABOUTS: Final = {
    "anchoring": _("Somebody leads the change, and those who do the work want it."),
    "technology": _("The technology is ripe enough, fits the need and gets the data it lives on."),
    "competences": _("Those who build know the work, and those who use the solution can use it."),
    "citizens": _(
        "The citizens the solution is for can and will use it. Left out where no citizen uses it."
    ),
    "security": _("Only the data that is needed, used lawfully and kept safe."),
    "financing": _("It is agreed before the start who pays and who gains."),
}

# Sub-theme code -> its title.
SUBTHEMES: Final = {
    "anchoring.management": _("Backing from management and clear roles"),
    "anchoring.ownership": _("The professional field owns the solution"),
    "technology.fit": _("The technology makes sense to staff and users"),
    "technology.data": _("The work with data is not underestimated"),
    "competences.team": _("The team knows the professional field"),
    "competences.training": _("Staff get training and support"),
    "citizens.start": _("Start with those who are willing"),
    "citizens.support": _("Citizens get support"),
    "security.data": _("The right data is collected"),
    "security.experts": _("Experts on data protection and cybersecurity"),
    "financing.plan": _("The plan is there before the start"),
    "financing.operation": _("Operation is paid for"),
}

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
        "On the way: the average is at least 1, but something is missing, not answered or only partly there."
    ),
    "green": _(
        "Ready: everything is answered, nothing is missing, and the answers average at least 1.5."
    ),
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

WEAKEST_RULE: Final = _("The weakest theme sets the colour of the whole.")
