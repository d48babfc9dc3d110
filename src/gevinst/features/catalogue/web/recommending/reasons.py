"""Why a process is recommended, in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from gevinst.features.catalogue.queries.recommending.recommended import Recommendation

NAMED = 2


def reason(found: Recommendation, names: Mapping[int, str]) -> str:
    """Who uses it, and what you both have: "Skive reuses it. Skive and you both have X, KLE 27.36"."""
    users = [names[each] for each in found.reused_by or found.run_by if each in names]
    return " ".join(part for part in (_who(found, users), _what(found, users)) if part)


def _who(found: Recommendation, users: Sequence[str]) -> str:
    if found.reused_by:
        return ngettext(
            "%(who)s is like you and reuses it.", "%(who)s are like you and reuse it.", len(users)
        ) % {"who": listed(users)}
    return _("%(who)s is like you and runs it with a measured effect.") % {"who": listed(users)}


def _what(found: Recommendation, users: Sequence[str]) -> str:
    things = ", ".join(found.common)
    if not things:
        return ""
    if found.both and users:
        facts = {"who": users[0], "things": things}
        return _("%(who)s and you both have %(things)s.") % facts
    return _("It has in common with you: %(things)s.") % {"things": things}


def listed(names: Sequence[str]) -> str:
    """ "Skive", "Skive and Vejle", "Skive, Vejle and 2 more"."""
    if len(names) > NAMED:
        more = len(names) - NAMED
        return ngettext("%(names)s and %(more)s more", "%(names)s and %(more)s more", more) % {
            "names": ", ".join(names[:NAMED]),
            "more": more,
        }
    return _(" and ").join(names)
