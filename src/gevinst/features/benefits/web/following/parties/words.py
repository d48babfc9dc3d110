"""The words of sharing: what is wrong with an incentive, and a party's name from its key."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django.utils.translation import gettext as _

from gevinst.engines.businesscase.calculus.parties import SOMEBODY
from gevinst.engines.businesscase.notes import Note


def party_words(name: str) -> str:
    """A party's key as words: `koebenhavns-kommune` is `Koebenhavns kommune`."""
    if name == SOMEBODY:
        return _("The authority")
    return name.replace("-", " ").replace("_", " ").capitalize()


def note_words(note: Note) -> str:
    """A note on the incentives in the reader's language."""
    facts = note.facts
    match note.code:
        case "operating-party-loses":
            told = _("%(party)s runs it and loses by it in %(years)s. Share benefit or cost anew.")
            return told % {"party": party_words(str(facts["party"])), "years": _years(facts["net"])}
        case "operation-unfunded":
            return _(
                "Development is funded and operation is not in %(years)s. Find who pays before the start."
            ) % {"years": _years(facts["missing"])}
        case "no-agreement-after-go-live":
            return _(
                "%(parties)s would pay after go-live and has not agreed to. Agree before the start."
            ) % {"parties": _parties(facts["parties"])}
        case "no-exit-date":
            return _("%(parties)s still pays running costs in the last year. Agree until when.") % {
                "parties": _parties(facts["parties"])
            }
        case "savings-hide-quality":
            return _(
                "Money is counted, and no measure of quality, security or service is. Choose at least one."
            )
    return note.message


def _years(told: object) -> str:
    assert isinstance(told, Mapping)
    return ", ".join(map(str, told))


def _parties(told: Any) -> str:
    names: Iterable[str] = told
    return ", ".join(party_words(name) for name in names)
