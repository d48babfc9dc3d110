"""Published cases as datasets of open data: each is one, with its files."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from django.urls import reverse

from gevinst.engines.opendata import Dataset, Distribution, terms
from gevinst.features.benefits.queries.published import Published, published

FILES = (
    ("case.json", "application/json", terms.JSON),
    ("tal.csv", "text/csv", terms.CSV),
    ("aar.csv", "text/csv", terms.CSV),
    ("case.yaml", "application/yaml", terms.YAML),
)
KEYWORDS = {"da": ("business case", "automatisering"), "en": ("business case", "automation")}


def case_datasets(whole: Callable[[str], str]) -> Iterator[Dataset]:
    """A dataset for each published case; `whole` makes a whole address of a path."""
    for one in published():
        yield _dataset(one, whole)


def _dataset(one: Published, whole: Callable[[str], str]) -> Dataset:
    page, case = whole(reverse("published-case", args=[one.slug])), one.known.case
    return Dataset(
        about=f"{page}#dataset",
        identifier=page,
        title={"da": case.title},
        description={"da": case.summary or case.title},
        keywords=KEYWORDS,
        themes=(terms.GOVERNMENT,),
        page=page,
        frequency=terms.IRREGULAR,
        distributions=tuple(
            _file(page, name, whole(reverse("published-file", args=[one.slug, name])), kind)
            for name, *kind in FILES
        ),
        issued=one.at,
        modified=one.at,
    )


def _file(page: str, name: str, address: str, kind: list[str]) -> Distribution:
    media_type, file_type = kind
    return Distribution(
        about=f"{page}#{name}",
        title={"da": name},
        download=address,
        media_type=media_type,
        format=file_type,
        licence=terms.CC_BY,
    )
