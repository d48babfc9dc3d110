"""What people call the fields of a process in the headings of their lists."""

from __future__ import annotations

from gevinst.engines.exchange.os2autoproces.headings import HEADINGS
from gevinst.engines.exchange.os2autoproces.names import FIELDS as NAMES
from gevinst.engines.exchange.processes.choices import key
from gevinst.engines.exchange.processes.fields import FIELDS

CALLED: dict[str, tuple[str, ...]] = {
    "id": ("id", "nr", "nummer", "løbenummer", "proces-id", "sags-id", "key", "issue key"),
    "authority": (
        "myndighed",
        "kommune",
        "region",
        "organisation",
        "cvr",
        "cvr-nummer",
        "authority",
    ),
    "title": ("titel", "navn", "proces", "procesnavn", "title", "name"),
    "summary": ("resumé", "resume", "kort beskrivelse", "kort resumé", "summary"),
    "description": ("beskrivelse", "lang beskrivelse", "procesbeskrivelse", "description"),
    "challenge": ("udfordring", "udfordringer", "problem", "challenge"),
    "solution": ("løsning", "løsningsforslag", "idé til løsning", "solution"),
    "phase": ("fase", "stadie", "trin", "phase", "stage"),
    "status": ("status",),
    "visibility": ("synlighed", "deling", "visibility"),
    "domains": ("fagområde", "fagområder", "område", "forvaltning", "domain", "domains"),
    "kle": ("kle", "kle-nummer", "kle-nr", "kle-emne"),
    "form": ("form", "form-nummer", "form-kode"),
    "kla": ("kla", "arbejdsgangsbanken"),
    "systems_today": (
        "systemer i dag",
        "nuværende systemer",
        "it-systemer",
        "systemer",
        "fagsystem",
    ),
    "systems_used": ("robotten bruger", "anvendte systemer", "systems used"),
    "technologies": ("teknologi", "teknologier", "værktøj", "technology", "technologies"),
    "units": ("afdeling", "afdelinger", "enhed", "enheder"),
    "vendor": ("leverandør", "vendor"),
    "owner": ("ejer", "procesejer", "owner"),
    "contact": ("kontakt", "kontaktperson", "contact"),
    "contact_email": (
        "kontakt e-mail",
        "kontaktmail",
        "postkasse",
        "fællespostkasse",
        "e-mail",
        "email",
    ),
    "occurrences": ("antal", "antal pr. år", "antal om året", "årligt antal", "gange om året"),
    "minutes": ("minutter", "minutter pr. gang", "tid i minutter", "minutter pr. sag"),
    "employees": ("medarbejdere", "antal medarbejdere"),
    "automatable": ("automatiseringsgrad", "andel der kan automatiseres", "procent", "andel"),
    "development_hours": ("udviklingstimer", "timer til udvikling", "udviklingstid"),
    "run_period": ("kører", "hyppighed", "frekvens", "skedulering"),
    "rating": ("vurdering", "rating", "gevinstvurdering"),
    "legal_clause": ("lov", "hjemmel", "lovparagraf", "paragraf"),
    "case_reference": ("sag", "sagsnummer", "esdh", "journalnummer"),
    "repository_url": ("kode", "kildekode", "repository", "git", "kodelager"),
    "licence": ("licens", "license", "licence"),
    "links": ("link", "links", "url"),
    "internal_notes": ("noter", "interne noter", "bemærkninger"),
    "search_words": ("søgeord", "emneord", "nøgleord", "tags"),
    "in_operation_since": ("i drift siden", "driftsdato", "sat i drift", "idriftsat"),
    "decommissioned_on": ("taget ud af drift", "lukket", "udfaset den"),
}
# Names of the field here, of OS2autoproces' API and of its Excel come after what people call it.
WORDS: dict[str, str] = {key(name): name for name in FIELDS}
WORDS |= {key(name): field for name, field in NAMES.items()}
WORDS |= {key(heading): field for heading, field in HEADINGS if field in FIELDS}
WORDS |= {key(word): field for field, words in CALLED.items() for word in words}
