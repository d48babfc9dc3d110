"""What was typed in fields put into the values, and faults told at the fields they concern."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from copy import deepcopy

from gevinst.engines.businesscase.casefile.document import CaseFault
from gevinst.features.benefits.casework.paths import Data, steps
from gevinst.features.benefits.casework.setting import set_at
from gevinst.features.benefits.web.cases.editing.fields import Field, Section
from gevinst.features.benefits.web.cases.typed.kinds import read
from gevinst.features.benefits.web.cases.words.faults import fault_words


def all_fields(sections: Iterable[Section]) -> Iterator[Field]:
    """Every field of a page."""
    for section in sections:
        for row in section.rows:
            yield from row.fields
            yield from row.more


def posted(data: Data, fields: Iterable[Field], given: Mapping[str, str]) -> Data:
    """The values with what was typed in the fields; a field that was not sent or not touched stays."""
    data = deepcopy(data)
    for each in fields:
        typed = given.get(each.name)
        if typed is None or typed.replace("\r\n", "\n").strip() == each.value.strip():
            continue
        set_at(data, steps(each.name), read(each.kind, typed))
    return data


def by_field(faults: Iterable[CaseFault], names: Iterable[str]) -> dict[str, str]:
    """The faults in words by the field that each is nearest to; those of no field by "" and a number."""
    listed = list(names)
    found: dict[str, str] = {}
    for fault in faults:
        where = _nearest(".".join(str(step) for step in fault.path), listed)
        found.setdefault(where or f"line-{fault.line}", fault_words(fault))
    return found


def _nearest(path: str, names: Sequence[str]) -> str:
    """The field at the path, else the first within what stands there, else the one that it stands in."""
    if path in names:
        return path
    inside = [name for name in names if path and name.startswith(f"{path}.")]
    around = [name for name in names if path.startswith(f"{name}.")]
    return (inside or around or [""])[0]
