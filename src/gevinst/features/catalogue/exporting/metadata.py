"""The catalogue of every dataset that Gevinst offers as open data."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.urls import reverse

from gevinst.engines.opendata import Agent, Catalogue, Contact, terms
from gevinst.shared import open_data

LICENCE = "CC-BY-4.0"
TITLE = {"da": "Gevinst: åbne data", "en": "Gevinst: open data"}
DESCRIPTION = {
    "da": "Automatiseringer i danske myndigheder: processerne, og de business cases der er udgivet.",
    "en": "Automation in Danish public authorities: the processes, and the business cases published.",
}


def catalogue(whole: Callable[[str], str]) -> Catalogue:
    """The catalogue with the datasets of all rooms; `whole` makes a whole address of a path."""
    datasets = tuple(open_data.datasets(whole))
    page, front = whole(reverse("open-processes")), whole(reverse("front"))
    changed = [each.modified for each in datasets if each.modified is not None]
    return Catalogue(
        about=f"{page}#catalogue",
        home=page,
        title=TITLE,
        description=DESCRIPTION,
        publisher=Agent(settings.PUBLISHER, front),
        contact=Contact(settings.PUBLISHER, front, settings.CONTACT_EMAIL),
        licence=terms.CC_BY,
        languages=(terms.DANISH, terms.ENGLISH),
        datasets=datasets,
        modified=max(changed, default=None),
    )
