"""Why a process is recommended, in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from gevinst.features.catalogue.queries.recommending.recommended import Recommendation

NAMED = 2


def reason(found: Recommendation, names: Mapping[int, str]) -> str:
    """Who like you uses it, and what you have in common: "Skive reuses it. You both use X, KLE 27.36"."""
    who = _who(found, names)
    common = [*found.systems, *found.technologies, *(f"KLE {code}" for code in found.kle)]
    if not common:
        return who
    shared = _("You have in common with it: %(things)s.") % {"things": ", ".join(common)}
    return f"{who} {shared}"


def _who(found: Recommendation, names: Mapping[int, str]) -> str:
    if found.reused_by:
        users = [names[each] for each in found.reused_by if each in names]
        return ngettext(
            "%(who)s is like you and reuses it.", "%(who)s are like you and reuse it.", len(users)
        ) % {"who": listed(users)}
    users = [names[each] for each in found.run_by if each in names]
    return _("%(who)s is like you and runs it with a measured effect.") % {"who": listed(users)}


def listed(names: Sequence[str]) -> str:
    """ "Skive", "Skive and Vejle", "Skive, Vejle and 2 more"."""
    if len(names) > NAMED:
        more = len(names) - NAMED
        return ngettext("%(names)s and %(more)s more", "%(names)s and %(more)s more", more) % {
            "names": ", ".join(names[:NAMED]),
            "more": more,
        }
    return _(" and ").join(names)
