"""Makes the processes of an invented catalogue, as OS2autoproces' API tells of them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from random import Random
from typing import Any, NamedTuple

from gevinst.engines.exchange.sample.skew import sizes
from gevinst.engines.exchange.sample.stages import FEW, HALF, SOME, moment, stage_facts
from gevinst.engines.exchange.sample.subjects import SUBJECTS, USED, VENDORS, WORK, Subject

FIRST_ID = 1001
UMBRELLA_EVERY = 60
Item = dict[str, Any]


class Place(NamedTuple):
    """An authority of the catalogue. `name` is empty where the source knows it by its CVR number only."""

    cvr: str
    name: str


def sample(places: Sequence[Place], processes: int, seed: int, today: date) -> list[Item]:
    """The processes, by authority, the largest first; the same arguments give the same.

    >>> places = [Place("29189382", "Prøveby Kommune")]
    >>> made = sample(places, 3, 1, date(2024, 1, 1))
    >>> [item["id"] for item in made], made == sample(places, 3, 1, date(2024, 1, 1))
    ([1001, 1002, 1003], True)
    """
    randomly = Random(seed)  # noqa: S311 - an invented catalogue, no secret
    made: list[Item] = []
    for place, size in zip(places, sizes(processes, len(places)), strict=True):
        own = [_process(randomly, place, FIRST_ID + len(made) + n, today) for n in range(size)]
        for start in range(UMBRELLA_EVERY - 1, size, UMBRELLA_EVERY):
            _gather(own[start], own[start - 6 : start])
        made += own
    return made


def _process(randomly: Random, place: Place, number: int, today: date) -> Item:
    subject = randomly.choice(SUBJECTS)
    title, summary = randomly.choice(WORK)
    created = today - timedelta(days=randomly.randint(60, 2200))
    person = _role(place, "Procesejer (demo)", "procesejer")
    return {
        "id": number,
        "klId": f"KL-{number}" if randomly.random() < FEW else None,
        "esdhReference": f"{created.year}-{randomly.randint(1000, 99999):05d}",
        "type": "CHILD",
        "title": _cut(title.format(about=subject.about), 65),
        "shortDescription": _cut(summary.format(about=subject.about), 140),
        **_texts(randomly, subject, summary),
        "domains": list(subject.domains[: randomly.randint(1, len(subject.domains))]),
        "visibility": randomly.choices(["PUBLIC", "MUNICIPALITY", "PERSONAL"], [80, 17, 3])[0],
        "legalClause": subject.law or None,
        "legalClauseLastVerified": moment(created) if subject.law else None,
        "kle": subject.kle,
        "form": subject.form,
        "kla": None,
        "klaProcess": False,
        "reporter": person,
        "owner": person,
        "contact": _role(place, "RPA-team", "rpa"),
        "otherContactEmail": f"digitalisering@{_domain(place)}"
        if randomly.random() < SOME
        else None,
        "users": [],
        "orgUnits": [],
        "vendor": randomly.choice(VENDORS) or None,
        "cvr": place.cvr,
        "municipalityName": place.name or place.cvr,
        "itSystems": [_named(subject.system)],
        "itSystemsDescription": None,
        "services": [
            _named(name) for name in sorted(randomly.sample(USED, randomly.randint(0, 3)))
        ],
        "links": [],
        "children": [],
        "parents": [],
        "childrenCount": 0,
        "sepMep": False,
        "created": moment(created),
        **stage_facts(randomly, created, today),
    }


def _texts(randomly: Random, subject: Subject, summary: str) -> Item:
    about = subject.about
    steps = ["Hent listen", f"Slå {about} op i {subject.system}", "Skriv resultatet på sagen"]
    listed = "".join(f"<li>{step}</li>" for step in steps)
    return {
        "longDescription": f"<p>{summary.format(about=about)}</p><p>Sådan foregår det:</p><ul>{listed}</ul>",
        "processChallenges": f"<p>Medarbejderne bruger mange timer på {about} &amp; venter på svar.</p>",
        "solutionRequests": f"<p>En robot, der kan det meste af arbejdet med {about}.</p>",
        "automationDescription": "<p>Kører om natten. Undtagelser lægges til en medarbejder.</p>",
        "technicalImplementationNotes": f"<p>Kræver en systembruger til {subject.system}.</p>",
        "organizationalImplementationNotes": "<p>Afdelingen aftaler, hvem der tager undtagelserne.</p>",
        "internalNotes": "<p>Systembrugeren fornyes hvert år.</p>"
        if randomly.random() < HALF
        else None,
        "searchWords": f"{about}, robot",
    }


def _gather(umbrella: Item, parts: list[Item]) -> None:
    """The process becomes an umbrella over the ones before it that others of the authority may read."""
    shared = [part for part in parts if part["visibility"] != "PERSONAL"]
    umbrella.update(type="PARENT", visibility="MUNICIPALITY", phase="IDEA", status="INPROGRESS")
    umbrella.update(
        putIntoOperation=None, decommissioned=None, children=shared, childrenCount=len(shared)
    )
    for part in shared:
        part["parents"] = [{"id": umbrella["id"], "title": umbrella["title"], "type": "PARENT"}]


def _role(place: Place, name: str, mailbox: str) -> Item:
    return {"uuid": f"{place.cvr}-{mailbox}", "name": name, "email": f"{mailbox}@{_domain(place)}"}


def _domain(place: Place) -> str:
    return f"cvr{place.cvr}.example"


def _named(name: str) -> Item:
    return {"name": name}


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else text[: most - 1] + "…"
