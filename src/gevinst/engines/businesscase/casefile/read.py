"""A case from its file: shape by the schema, meaning by what its parts say of each other."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from gevinst.engines.businesscase.casefile.document import CaseFault, Document
from gevinst.engines.businesscase.casefile.exact_yaml import parsed
from gevinst.engines.businesscase.casefile.meaning import meaning_faults
from gevinst.engines.businesscase.casefile.read_assumptions import assumption
from gevinst.engines.businesscase.casefile.read_figures import figure
from gevinst.engines.businesscase.casefile.read_lines import line
from gevinst.engines.businesscase.casefile.read_parts import quality, reading, risk, transfer
from gevinst.engines.businesscase.casefile.read_values import mapping as within
from gevinst.engines.businesscase.casefile.read_values import series
from gevinst.engines.businesscase.casefile.schema import faults
from gevinst.engines.businesscase.model.case import Case
from gevinst.engines.businesscase.model.case_parts import Quality

SCALARS = (
    "field_of_work",
    "technology",
    "kind",
    "summary",
    "baseline",
    "discount",
    "effective_hours",
)


def read(text: str) -> Case:
    """The case of a file's text.

    Raises: CaseFault, the first of `check`.
    """
    case, found = check(text)
    if case is None:
        raise found[0]
    return case


def check(text: str) -> tuple[Case | None, list[CaseFault]]:
    """The case, and every fault found; None where there is one that keeps it from being read."""
    try:
        document = parsed(text)
        shape = list(faults(document))
        if shape:
            return None, shape
        case = _case(document)
    except CaseFault as fault:
        return None, [fault]
    meaning = meaning_faults(case, document)
    return (None if meaning else case), meaning


def _case(document: Document) -> Case:
    data: Mapping[str, Any] = document.data
    years = data["years"]
    if years["to"] < years["from"]:
        raise document.fault(f"expected a year from {years['from']} on", ("years", "to"))
    first, last = years["from"], years["to"]
    return Case(
        id=data["id"],
        title=data["title"],
        first=first,
        last=last,
        price_year=data.get("price_year", first),
        origin=data["origin"],
        operation_from=data.get("operation_from", first),
        authorities=tuple(data.get("authorities") or ()),
        parties=tuple(data.get("parties") or ()),
        perspective=tuple(data.get("perspective") or ()),
        assumptions={
            name: assumption(document, name, value)
            for name, value in within(data, "assumptions").items()
        },
        lines=_lines(document, first, last),
        risks=tuple(risk(each) for each in data.get("risks") or ()),
        transfers=tuple(transfer(each) for each in data.get("transfers") or ()),
        quality=tuple(Quality(**quality(each)) for each in data.get("quality") or ()),
        readings={name: reading(name, each) for name, each in within(data, "readings").items()},
        price_levels={name: series(rates) for name, rates in within(data, "price_levels").items()},
        published=tuple(
            figure(document, at, each) for at, each in enumerate(data.get("published") or ())
        ),
        story=within(data, "story"),
        tree=within(data, "tree"),
        readiness={k: v for k, v in within(data, "readiness").items() if v is not None},
        agreements=within(data, "agreements"),
        **{key: str(data[key]) for key in SCALARS if data.get(key) is not None},
    )


def _lines(document: Document, first: int, last: int) -> tuple[Any, ...]:
    return tuple(
        line(document, (part, at), each, (first, last))
        for part in ("costs", "benefits")
        for at, each in enumerate(document.data.get(part) or ())
    )
