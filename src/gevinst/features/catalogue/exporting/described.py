"""The dataset of public processes, as its metadata tells it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from django.db.models import Max, Min
from django.urls import reverse

from gevinst.engines.opendata import Dataset, Distribution, terms
from gevinst.features.catalogue.models import Process
from gevinst.features.catalogue.permissions import readable
from gevinst.shared.actor import GUEST

OS2 = "https://www.os2.eu/os2autoproces"
TITLE = {
    "da": "Offentlige automatiseringsprocesser",
    "en": "Automation processes of public authorities",
}
DESCRIPTION = {
    "da": (
        "De processer, som danske myndigheder har automatiseret eller overvejer at automatisere, og som de"
        " har gjort synlige for alle: hvad de løser, hvor langt de er, teknologi, systemer, KLE og FORM,"
        " byggeklodser, genbrug og målt effekt. Ingen personoplysninger."
    ),
    "en": (
        "Processes that Danish authorities have automated, or consider automating, and have made visible to"
        " everybody: what they solve, how far they have come, technology, systems, KLE and FORM codes,"
        " building blocks, reuse and measured effect. No personal data."
    ),
}
KEYWORDS = {
    "da": ("automatisering", "RPA", "genbrug", "kommuner", "regioner", "digitalisering"),
    "en": ("automation", "RPA", "reuse", "municipalities", "regions", "digitisation"),
}
FILES = (
    ("open-processes-csv", "CSV", "text/csv", terms.CSV, ""),
    ("open-processes-json", "JSON", "application/json", terms.JSON, ""),
    ("open-processes-os2", "JSON (OS2autoproces)", "application/hal+json", terms.JSON, OS2),
)


def processes_dataset(whole: Callable[[str], str]) -> Iterator[Dataset]:
    """The one dataset of the catalogue."""
    page = whole(reverse("open-processes"))
    about = f"{page}#dataset"
    known = Process.objects.filter(readable(GUEST)).aggregate(
        first=Min("created_at"), last=Max("changed_at")
    )
    yield Dataset(
        about=about,
        identifier=page,
        title=TITLE,
        description=DESCRIPTION,
        keywords=KEYWORDS,
        themes=(terms.GOVERNMENT, terms.TECHNOLOGY),
        page=page,
        frequency=terms.CONTINUOUS,
        distributions=tuple(
            Distribution(
                about=f"{page}#{name}",
                title={"da": label, "en": label},
                download=whole(reverse(name)),
                media_type=media_type,
                format=kind,
                licence=terms.CC_BY,
                conforms_to=standard,
            )
            for name, label, media_type, kind, standard in FILES
        ),
        issued=known["first"],
        modified=known["last"],
    )
