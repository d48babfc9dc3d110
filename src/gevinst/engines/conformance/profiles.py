"""Which rule sets judge which document, by the CustomizationID that it names."""

from __future__ import annotations

from types import MappingProxyType

from gevinst.engines.einvoice.profiles import OIOUBL2, OIOUBL3, PEPPOL, profile_of

EN16931 = "en16931"
# Any other specification that builds on the norm is judged by the norm alone.
NORM = "urn:cen.eu:en16931:2017"

RULESETS = MappingProxyType(
    {
        PEPPOL: ("en16931", "peppol-bis-3"),
        OIOUBL2: ("oioubl-2",),
        OIOUBL3: ("oioubl-3",),
        EN16931: ("en16931",),
    }
)


def named(customization: str) -> str | None:
    """The profile that a CustomizationID names, if it is one that is judged.

    >>> named("OIOUBL-2.1"), named("urn:cen.eu:en16931:2017"), named("123")
    ('oioubl-2', 'en16931', None)
    """
    found = profile_of(customization)
    if found is None and customization.strip().startswith(NORM):
        return EN16931
    return found


def chosen(customization: str, asked: str | None) -> str | None:
    """The profile to judge by: the document's own, unless what is asked for holds it or it names none.

    >>> chosen("urn:cen.eu:en16931:2017", "peppol-bis-3"), chosen("OIOUBL-2.1", "peppol-bis-3")
    ('peppol-bis-3', 'oioubl-2')
    """
    own = named(customization)
    if own is None or asked is None:
        return own or asked
    return asked if set(RULESETS[own]) <= set(RULESETS[asked]) else own
