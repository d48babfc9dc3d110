"""What a search asks for, as its address says it: `?q=…&fase=…&kle=…&teknologi=…&sorter=…&side=…`."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, fields
from urllib.parse import parse_qs, urlencode

from django.utils.datastructures import MultiValueDict

from gevinst.features.catalogue.indexing.facets import BANDS
from gevinst.features.catalogue.models import Domain, Phase, Standing

# A facet's name in the index to its name in the address; a choice of each may be made more than once.
PARAMETERS = {
    "phase": "fase", "authority": "myndighed", "domain": "omraade", "kle": "kle", "form": "form",
    "technology": "teknologi", "system": "system", "block": "byggeklods", "effect": "effekt",
    "hours": "timer", "ready": "parat",
}  # fmt: skip
SORTS = ("relevance", "effect", "newest", "adoption", "title")
EFFECTS = ("measured", "expected", "none")
DAYS = (7, 30, 365)
WHOSE = ("mine", "followed", "home")
LONGEST = 200  # signs of a text
MOST = 30  # choices within a facet
LAST_PAGE = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """The criteria of a search: any choice within a facet, all facets together.

    Authorities are codes, technologies and systems ids, `hours` lower ends of bands, `changed` days back;
    `whose` is of `WHOSE`, `sort` of `SORTS` or empty: the best first where there is text, else the newest.
    """

    text: str = ""
    phase: tuple[str, ...] = ()
    authority: tuple[str, ...] = ()
    domain: tuple[str, ...] = ()
    kle: tuple[str, ...] = ()
    form: tuple[str, ...] = ()
    technology: tuple[str, ...] = ()
    system: tuple[str, ...] = ()
    block: tuple[str, ...] = ()
    effect: tuple[str, ...] = ()
    hours: tuple[str, ...] = ()
    ready: tuple[str, ...] = ()
    changed: int | None = None
    whose: tuple[str, ...] = ()
    sort: str = ""
    page: int = 1

    @property
    def chosen(self) -> dict[str, tuple[str, ...]]:
        """The facets with a choice."""
        return {name: getattr(self, name) for name in PARAMETERS if getattr(self, name)}

    @property
    def order(self) -> str:
        """The sort that holds."""
        if self.sort and (self.sort != "relevance" or self.text):
            return self.sort
        return "relevance" if self.text else "newest"


def asked_from(given: MultiValueDict[str, str]) -> Asked:
    """The criteria of an address; a value that makes no sense counts as not asked."""
    days = _number(given.get("aendret", ""))
    sort = given.get("sorter", "")
    text = given.get("q", "").replace("\0", "").strip()[:LONGEST]
    return Asked(
        text=text if any(map(str.isalnum, text)) else "",
        **{name: _values(given, name) for name in PARAMETERS},
        changed=days if days in DAYS else None,
        whose=tuple(one for one in WHOSE if one in given.getlist("mine")),
        sort=sort if sort in SORTS else "",
        page=max(1, min(_number(given.get("side", "")) or 1, LAST_PAGE)),
    )


def asked_of(address: str) -> Asked:
    """The criteria of an address's parameters as text, as `address` writes them."""
    return asked_from(MultiValueDict(parse_qs(address)))


def address(asked: Asked) -> str:
    """The criteria as parameters of an address, without the page; the same ones always the same way.

    >>> address(Asked(text="løn", phase=("idea", "operation"), changed=7))
    'q=l%C3%B8n&fase=idea&fase=operation&aendret=7'
    """
    pairs = [("q", asked.text)] if asked.text else []
    for name, values in asked.chosen.items():
        pairs += [(PARAMETERS[name], value) for value in values]
    if asked.changed:
        pairs.append(("aendret", str(asked.changed)))
    pairs += [("mine", one) for one in asked.whose]
    return urlencode(pairs + ([("sorter", asked.sort)] if asked.sort else []))


def _values(given: MultiValueDict[str, str], name: str) -> tuple[str, ...]:
    fits = _FITS[name]
    held = dict.fromkeys(given.getlist(PARAMETERS[name]))
    return tuple(one for one in held if fits(one))[:MOST]


def _number(text: str) -> int | None:
    return int(text) if re.fullmatch(r"[0-9]{1,9}", text) else None


def _matching(pattern: str) -> Callable[[str], bool]:
    found = re.compile(pattern)
    return lambda text: found.fullmatch(text) is not None


_FITS: dict[str, Callable[[str], bool]] = {
    "phase": lambda text: text in Phase.values,
    "authority": _matching(r"[0-9A-Za-z]{1,8}"),
    "domain": lambda text: text in Domain.values,
    "kle": _matching(r"[0-9A-Za-z.]{1,20}"),
    "form": _matching(r"[0-9A-Za-z.]{1,20}"),
    "technology": _matching(r"[0-9]{1,18}"),
    "system": _matching(r"[0-9]{1,18}"),
    "block": _matching(r"[\w.-]{1,80}"),
    "effect": lambda text: text in EFFECTS,
    "hours": lambda text: text in {str(low) for low in BANDS},
    "ready": lambda text: text in Standing.Grade.values,
}
assert set(_FITS) == set(PARAMETERS) <= {each.name for each in fields(Asked)}
