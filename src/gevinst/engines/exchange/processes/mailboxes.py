"""Which mail addresses are a role's: those may be shown to others, a person's may not."""

from __future__ import annotations

import re
from collections.abc import Iterable

ADDRESS = re.compile(r"[^@\s<>,;\"]+@[a-z0-9æøå-]+(?:\.[a-z0-9æøå-]+)+", re.I)
# Words that name a task, a place or a mailbox, and no person.
ROLES = frozenset({
    "administration", "adm", "afdeling", "analyse", "automatisering", "automation", "bestilling",
    "beskaeftigelse", "borger", "borgerservice", "byg", "center", "center-post", "cpr", "data",
    "digital", "digitalisering", "digitaliseringsteam", "digi", "drift", "effektivisering", "esdh",
    "faelles", "forvaltning", "hotline", "hr", "info", "innovation", "it", "itdrift", "jobcenter",
    "kommune", "kontakt", "kontor", "loen", "mail", "mailbox", "post", "postkasse", "proces",
    "projekt", "regnskab", "robot", "robotter", "robotteam", "rpa", "rpateam", "sekretariat",
    "service", "servicedesk", "social", "stab", "sundhed", "support", "team", "teknik", "udvikling",
    "okonomi", "oekonomi", "ydelse",
})  # fmt: skip
_LETTERS = {"æ": "ae", "ø": "oe", "å": "aa"}


def address_in(text: str) -> str:
    """The first mail address of a text; "" where there is none.

    >>> address_in("Ring, eller skriv til RPA-team@example.dk.")
    'RPA-team@example.dk'
    """
    found = ADDRESS.search(text)
    return found.group().rstrip(".") if found else ""


def is_role(address: str, people: Iterable[str] = ()) -> bool:
    """Whether the address is a role's: every word of it names a task, or the place that the domain names.

    In doubt it is a person's; so is one with a word of a person's name that is no task.

    >>> is_role("rpa-team@example.dk"), is_role("rpa-syd@syd.dk"), is_role("abc12@example.dk")
    (True, True, False)
    >>> is_role("fornavn@fornavn.dk"), is_role("it.syd@syd.dk", ["Fornavn Syd"])
    (False, False)
    """
    local, _, domain = _plain(address).partition("@")
    words, place = _words(local), _words(domain)
    names = {word for person in people for word in _words(_plain(person))} - ROLES
    return bool(words & ROLES) and words <= ROLES | place and not words & names


def _words(text: str) -> set[str]:
    return {word for word in re.split(r"[^a-z]+", text) if word}


def _plain(text: str) -> str:
    return "".join(_LETTERS.get(letter, letter) for letter in text.casefold())
