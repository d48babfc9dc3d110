"""What municipalities and regions automate: subjects with their codes, systems and law.

KLE and FORM stand as bare codes: their titles belong to others.
"""

from __future__ import annotations

import csv
from importlib import resources
from typing import NamedTuple


class Subject(NamedTuple):
    """A subject: what it is about, its domains (OS2autoproces' words), codes, the system of today, law."""

    about: str
    domains: tuple[str, ...]
    kle: str
    form: str
    system: str
    law: str = ""


def _read() -> tuple[Subject, ...]:
    text = (resources.files(__package__) / "subjects.csv").read_text("utf-8")
    rows = csv.DictReader(text.splitlines(), delimiter=";")
    return tuple(Subject(**row | {"domains": tuple(row["domains"].split())}) for row in rows)


SUBJECTS = _read()
# What a robot does with a subject: a title, and what there is to say about it.
WORK = (
    ("Kontrol af {about}", "Robotten slår op og sammenholder {about} med det, der er aftalt."),
    ("Journalisering: {about}", "Robotten gemmer dokumenter om {about} på den rigtige sag."),
    ("Udsendelse af breve om {about}", "Robotten danner og sender breve om {about}."),
    ("Dataudtræk om {about}", "Robotten henter lister over {about} hver morgen."),
    ("Oprettelse i fagsystem: {about}", "Robotten taster {about} ind fra en blanket."),
    ("Adviser om {about}", "Robotten behandler de adviser om {about}, som ikke kræver skøn."),
    ("Afstemning af {about}", "Robotten afstemmer {about} mellem to systemer."),
    ("Oprydning i {about}", "Robotten lukker gamle sager om {about}, når fristen er udløbet."),
    ("Fordeling af opgaver: {about}", "Robotten fordeler {about} til de rigtige medarbejdere."),
    ("Statistik over {about}", "Robotten samler tal om {about} til ledelsen."),
)
TECHNOLOGIES = (
    "UiPath", "Softomotive", "Blue Prism", "Automation Anywhere", "Power Automate", "Python",
    "OpenFlow", "OpenRPA", "KMD RPA", "Kofax", "SQL", "Robot Framework",
)  # fmt: skip
USED = (
    "Outlook", "Excel", "SBSYS", "Acadre", "KMD Sag", "KMD Nova", "Serviceplatformen", "CPR",
    "Digital Post", "Nexus", "Cura", "SAPA", "Kofax TotalAgility", "Prisme", "KMD Opus Økonomi",
)  # fmt: skip
VENDORS = ("", "", "Kommunens egne folk", "KMD", "Netcompany", "NNIT", "Twoday", "Schultz")
