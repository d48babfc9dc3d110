"""The catalogue's own words for each choice, with what other systems and people write for them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

Words = Mapping[str, tuple[str, ...]]


def key(text: object) -> str:
    """What is compared of a word: its letters and digits, whatever the case.

    >>> key("IN_PROGRESS"), key(" I gang. ")
    ('inprogress', 'igang')
    """
    return "".join(letter for letter in str(text).casefold() if letter.isalnum())


@dataclass(frozen=True, slots=True)
class Choices:
    """`known` maps the key of each written form to our words: an older choice may stand for two of ours."""

    known: Mapping[str, tuple[str, ...]]
    with_comma: tuple[str, ...]


def choices(words: Words) -> Choices:
    """The choices of a field from our words and what is written for them.

    >>> choices({"family": ("CHILDREN",), "education": ("CHILDREN",)}).known["children"]
    ('family', 'education')
    """
    known: dict[str, tuple[str, ...]] = {}
    for ours, written in words.items():
        for form in dict.fromkeys(key(one) for one in (*written, ours) if key(one)):
            known[form] = (*known.get(form, ()), ours)
    every = (one for written in words.values() for one in written)
    return Choices(known, tuple(dict.fromkeys(one for one in every if "," in one)))


PHASES = choices(
    {
        "idea": ("IDEA", "Idé", "Ide"),
        "preanalysis": ("PREANALYSIS", "Foranalyse", "Pre-analysis"),
        "specification": ("SPECIFICATION", "Specifikation"),
        "development": ("DEVELOPMENT", "Udvikling"),
        "implementation": ("IMPLEMENTATION", "Implementering"),
        "operation": ("OPERATION", "Drift", "I drift"),
        "decommissioned": ("DECOMMISSIONED", "Taget ud af drift", "Udfaset", "Afviklet"),
    }
)
STATUSES = choices(
    {
        "not_rated": ("NOT_RATED", "Ikke vurderet"),
        "pending": ("PENDING", "Afventer"),
        "in_progress": ("INPROGRESS", "I gang", "Igangværende"),
        "failed": ("FAILED", "Mislykket", "Fejlet"),
        "rejected": ("REJECTED", "Afvist"),
        "not_relevant": ("NOT_RELEVANT", "Ikke relevant mere", "Ikke relevant"),
    }
)
KINDS = choices(
    {
        "process": ("CHILD", "Proces", "Process"),
        "umbrella": ("PARENT", "GLOBAL_PARENT", "Paraply", "Paraplyproces", "Umbrella process"),
    }
)
# Never wider than at the source: what is public there is for all authorities here, not for everybody.
VISIBILITIES = choices(
    {
        "personal": ("PERSONAL", "Personlig", "Kun mig", "Privat"),
        "authority": ("MUNICIPALITY", "Myndighed", "Min myndighed", "Kommune", "Intern"),
        "all_authorities": ("PUBLIC", "Offentlig", "Alle myndigheder", "Fælles"),
    }
)
LEVELS = choices(
    {
        "": ("NOT_SET", "Ikke forholdt sig", "Ikke besvaret"),
        "very_high": ("VERY_HIGH", "I høj grad", "Meget høj grad", "I meget høj grad"),
        "high": ("HIGH", "I nogen grad", "Høj grad"),
        "low": ("LOW", "I mindre grad", "Lav grad"),
        "very_low": ("VERY_LOW", "Slet ikke", "Meget lav grad"),
        "unknown": ("UNKNOWN", "Ved ikke"),
    }
)
RUN_PERIODS = choices(
    {
        "": ("NOT_CHOSEN_YET", "Ikke valgt", "Ikke valgt endnu"),
        "on_demand": ("ONDEMAND", "Efter behov", "Løbende"),
        "once": ("ONCE", "Enkeltkørsel", "Én gang", "Engangskørsel"),
        "daily": ("DAILY", "Dagligt", "Hver dag"),
        "weekly": ("WEEKLY", "Ugentligt", "Hver uge"),
        "monthly": ("MONTHLY", "Månedligt", "Hver måned"),
        "quarterly": ("QUATERLY", "QUARTERLY", "Kvartalsvis", "Hvert kvartal"),
        "yearly": ("YEARLY", "Årligt", "Hvert år"),
    }
)
DOMAINS = choices(
    {
        "administration": ("ADMINISTRATION", "Administration", "Administration og organisation"),
        "employment": ("EMPLOYMENT", "Beskæftigelse", "WORK", "Arbejdsmarked og erhverv"),
        "business": ("PROFESSION", "BUSINESS", "Erhverv", "WORK", "Arbejdsmarked og erhverv"),
        "family": ("FAMILY", "Familie", "CHILDREN", "Børn og læring"),
        "education": ("EDUCATION", "Uddannelse", "CHILDREN", "Børn og læring"),
        "democracy": ("DEMOCRACY", "Demokrati", "Demokrati og involvering"),
        "environment": ("ENVIRONMENT", "Miljø", "Miljø, teknik og forsyning"),
        "technical": ("TECHNIQUE", "TECHNICAL", "Teknik", "Miljø, teknik og forsyning"),
        "social": ("SOCIAL", "Social", "Socialområdet", "Social og sundhed"),
        "health": ("HEALTH", "Sundhed", "Social og sundhed"),
        "sustainability": ("SUSTAINABILITY", "Bæredygtighed"),
        "hr": ("HR", "Personale"),
        "it": ("IT",),
        "culture": ("CULTURE", "Kultur"),
        "economy": ("ECONOMY", "Økonomi"),
    }
)
