"""The first line of a notice for each `what`: stable codes, words in the language in force."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

# Filled with the facts of the notice; a fact that is missing is left empty.
HEADLINES: dict[str, str | Promise] = {
    "changed": _("%(actor)s changed “%(title)s”"),
    "source-changed": _("%(actor)s changed “%(title)s”, which you reuse"),
    "shared": _("%(authority)s shared “%(title)s”"),
    "owner": _("You now own “%(title)s”"),
    "contact": _("You are now the contact of “%(title)s”"),
    "co-editor": _("You may now edit “%(title)s”"),
    "adopted": _("%(authority)s reuses “%(title)s”: %(extent)s"),
    "announced": _("%(kind)s: “%(title)s”, which you reuse"),
    "announced-followed": _("%(kind)s: “%(title)s”"),
    "commented": _("%(actor)s wrote about “%(title)s”"),
    "replied": _("%(actor)s replied to you about “%(title)s”"),
    "help-asked": _("%(authority)s asks for help: %(heading)s"),
    "help-offered": _("%(authority)s offers help: %(heading)s"),
    "help-answered": _("%(authority)s answered “%(heading)s”"),
    "reported": _("“%(title)s” was reported: %(reason)s"),
    "report-decided": _("Your report of “%(title)s” is decided: %(outcome)s"),
    "content-decided": _("A report of “%(title)s” is decided: %(outcome)s"),
    "search-hits": _("New hits in your search “%(title)s”"),
    "verify-clause": _("The law behind “%(title)s” is to be verified again"),
    "stale": _("“%(title)s” has not been brought up to date for a long time"),
    "hand-over": _("%(person)s has left: their processes need a new owner"),
}
