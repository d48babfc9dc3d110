"""The filters of a list: their choices with counts, and the address that makes or takes back each choice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any, NamedTuple

from django.utils.translation import gettext as _

from gevinst.features.accounts import queries as accounts
from gevinst.features.catalogue.models import Phase, Standing
from gevinst.features.catalogue.queries.asked import DAYS, PARAMETERS, WHOSE, Asked, address
from gevinst.features.catalogue.queries.searching.answer import Counts
from gevinst.features.catalogue.web.search.labels import labels

SHOWN = 6  # choices of a filter before "more"
MOST = 60  # choices of a filter in all
# Filters whose choices have an order of their own; the others stand by how many they leave.
ORDERED = {"phase": [phase.value for phase in Phase], "effect": ["measured", "expected", "none"]}
BY_VALUE = {"kle", "form", "ready", "hours"}
LEVELLED = {"kle", "form"}


class Choice(NamedTuple):
    """One choice of a filter: what the page says, how many it leaves, and where it leads."""

    label: str
    hits: int | None
    chosen: bool
    address: str


class Filter(NamedTuple):
    """One filter with its first choices, and those behind "more"."""

    key: str
    title: str
    choices: list[Choice]
    more: list[Choice]


class Chip(NamedTuple):
    """A choice that is made, and the address without it."""

    label: str
    address: str


def filters(asked: Asked, counts: Counts) -> list[Filter]:
    """The filters that have something to choose."""
    made = [_whose(asked, counts.get("whose", {}))]
    made += [_facet(asked, name, _plain(name, counts.get(name, {}))) for name in PARAMETERS]
    if not counts:
        made = [_uncounted(asked, name) for name in ("phase", "domain", "effect", "hours", "ready")]
    made.append(_changed(asked, counts.get("changed", {})))
    return [one for one in made if one.choices]


def chips(asked: Asked) -> list[Chip]:
    """Everything that is chosen."""
    on = [Chip(f"“{asked.text}”", address(replace(asked, text="")))] if asked.text else []
    for name, values in asked.chosen.items():
        said = labels(name, values)
        on += [Chip(said[value], _toggled(asked, name, value)) for value in values if value in said]
    on += [Chip(_whose_label(one), _toggled(asked, "whose", one)) for one in asked.whose]
    if asked.changed:
        on.append(Chip(_changed_label(asked.changed), address(replace(asked, changed=None))))
    return on


def _plain(name: str, counts: Mapping[str, int]) -> dict[str, int]:
    """The counts by value; authorities by their codes."""
    plain = {term.partition(":")[2]: hits for term, hits in counts.items()}
    if name != "authority" or not plain:
        return plain
    rows = accounts.authorities().filter(pk__in=[int(pk) for pk in plain])
    return {code: plain[str(pk)] for pk, code in rows.values_list("pk", "code")}


def _facet(asked: Asked, name: str, counts: Mapping[str, int]) -> Filter:
    on = getattr(asked, name)
    values = list(_ordered(name, counts, on))[:MOST]
    said = labels(name, values) if values else {}
    made = [
        Choice(said[v], counts.get(v, 0), v in on, _toggled(asked, name, v))
        for v in values
        if v in said
    ]
    first = [choice for n, choice in enumerate(made) if n < SHOWN or choice.chosen]
    if name in ORDERED or name in {"ready", "hours"}:
        first = made
    return Filter(PARAMETERS[name], _title(name), first, [c for c in made if c not in first])


def _uncounted(asked: Asked, name: str) -> Filter:
    """A filter whose choices are always the same, where nobody has counted."""
    said = labels(name, Standing.Grade.values if name == "ready" else [])
    on = getattr(asked, name)
    made = [Choice(said[v], None, v in on, _toggled(asked, name, v)) for v in said]
    return Filter(PARAMETERS[name], _title(name), made, [])


def _ordered(name: str, counts: Mapping[str, int], on: tuple[str, ...]) -> Iterator[str]:
    values = set(counts) | set(on)
    if name in LEVELLED:
        values = {value for value in values if _in_sight(value, on)}
    if name in ORDERED:
        return (value for value in ORDERED[name] if value in values)
    if name == "hours":
        return iter(sorted(values, key=int))
    if name in BY_VALUE:
        return iter(sorted(values))
    return iter(sorted(values, key=lambda value: (-counts.get(value, 0), value)))


def _in_sight(code: str, on: tuple[str, ...]) -> bool:
    """Main groups, what is chosen, and one level below that."""
    above = code.rpartition(".")[0]
    return not above or code in on or above in on


def _toggled(asked: Asked, name: str, value: str) -> str:
    held = getattr(asked, name)
    after = tuple(one for one in held if one != value) if value in held else (*held, value)
    change: Any = {name: after}
    return address(replace(asked, **change))


def _whose(asked: Asked, counts: Mapping[str, int]) -> Filter:
    made = [
        Choice(_whose_label(one), counts[one], one in asked.whose, _toggled(asked, "whose", one))
        for one in WHOSE
        if one in counts
    ]
    return Filter("mine", _("Mine"), made, [])


def _changed(asked: Asked, counts: Mapping[str, int]) -> Filter:
    made = [
        Choice(
            _changed_label(days),
            counts.get(str(days)),
            asked.changed == days,
            address(replace(asked, changed=None if asked.changed == days else days)),
        )
        for days in _spans(asked, counts)
    ]
    return Filter("aendret", _("Changed"), made, [])


def _spans(asked: Asked, counts: Mapping[str, int]) -> Iterable[int]:
    return [days for days in DAYS if str(days) in counts or days == asked.changed]


def _whose_label(choice: str) -> str:
    return {
        "mine": _("Those I answer for"),
        "followed": _("Those I follow"),
        "home": _("Those of my authority"),
    }[choice]


def _changed_label(days: int) -> str:
    return {
        7: _("Changed in the last week"),
        30: _("Changed in the last month"),
        365: _("Changed in the last year"),
    }[days]


def _title(name: str) -> str:
    return {
        "phase": _("Phase"), "authority": _("Authority"), "domain": _("Field"), "kle": "KLE",
        "form": "FORM", "technology": _("Technology"), "system": _("IT system"),
        "block": _("Building block"), "effect": _("Effect"), "hours": _("Hours"),
        "ready": _("Ready for reuse"),
    }[name]  # fmt: skip
