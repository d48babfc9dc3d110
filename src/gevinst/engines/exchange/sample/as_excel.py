"""Writes an invented catalogue as OS2autoproces' Excel file of 62 columns, quirks and all."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

from gevinst.engines.exchange.os2autoproces.headings import HEADINGS, SHEET
from gevinst.engines.exchange.os2autoproces.names import DETAILS
from gevinst.engines.exchange.os2autoproces.names import FIELDS as NAMES
from gevinst.engines.exchange.processes import choices
from gevinst.engines.exchange.processes.fields import FIELDS
from gevinst.engines.exchange.sample.processes import Item

NAME_OF = {field: name for name, field in NAMES.items()}
DAYS = frozenset(field for field, sort in FIELDS.items() if sort.kind == "day")


def as_excel(items: Sequence[Item]) -> bytes:
    """The workbook."""
    import xlsxwriter  # heavy: only whoever writes one needs it

    target = io.BytesIO()
    workbook: Any = xlsxwriter.Workbook
    with workbook(target, {"constant_memory": True, "strings_to_urls": False}) as book:
        sheet = book.add_worksheet(SHEET)
        day = book.add_format({"num_format": "dd/mm/yyyy"})
        sheet.write_row(0, 0, [heading for heading, _field in HEADINGS])
        for row, item in enumerate(items, start=1):
            for column, (heading, field) in enumerate(HEADINGS):
                _write(sheet, (row, column), _cell(item, heading, field), day)
    return target.getvalue()


def _write(sheet: Any, at: tuple[int, int], value: Any, day: Any) -> None:
    if isinstance(value, datetime):
        sheet.write_datetime(*at, value, day)
    elif isinstance(value, str):
        sheet.write_string(*at, value)
    elif value is not None:
        sheet.write_number(*at, value)


def _cell(item: Item, heading: str, field: str) -> Any:
    if heading in _SPECIAL:
        return _SPECIAL[heading](item)
    raw = item[NAME_OF[field]]
    if field in DAYS:
        return datetime.fromisoformat(raw).replace(tzinfo=None) if raw else ""
    shown = _BY_KIND.get(FIELDS[field].kind)
    return shown(raw, field) if shown else raw


def _listed(raw: Any, field: str) -> str:
    return ",".join(one["name"] for one in raw)


def _chosen(raw: Any, field: str) -> str:
    return _word(field, raw)


def _domains(raw: Any, field: str) -> str:
    return ",".join(_word(field, one) for one in raw)


def _word(field: str, written: str) -> str:
    """The Danish word that the original writes for a choice: the one after the name in capitals."""
    sort = FIELDS[field]
    ours = sort.words.known[choices.key(written)][0] if sort.words else ""
    return WORDS[field if field in WORDS else "level"][ours]


def _stripped(raw: Any, field: str) -> str:
    """Tags become line breaks and list items stars; what is written with & stays."""
    text = re.sub("<li>", "* ", raw or "")
    return re.sub("<.*?>", "\n", text).strip()


def _yes(raw: Any, field: str) -> str:
    return "Ja" if raw else "Nej"


def _links(item: Item) -> str:
    stated = [f"{DETAILS}{item['id']}", item["codeRepositoryUrl"]]
    return "\n".join(one for one in stated if one)


_BY_KIND: dict[str, Callable[[Any, str], Any]] = {
    "names": _listed,
    "choice": _chosen,
    "choices": _domains,
    "html": _stripped,
    "flag": _yes,
    "person": lambda raw, field: raw["name"],
    "people": lambda raw, field: "\n".join(one["name"] for one in raw),
    "amount": lambda raw, field: raw or 0,
}
_SPECIAL: dict[str, Callable[[Item], Any]] = {
    "ID": lambda item: item["id"],
    "Mail": lambda item: item["contact"]["email"],
    "Myndighed": lambda item: item["municipalityName"],
    "Manuelt tidsforbrug i timer": lambda item: (
        item["timeSpendPerOccurance"] * item["timeSpendOccurancesPerEmployee"] / 60
    ),
    "Forventet årlig effektiviseringspotentiale": lambda item: item["timeSpendComputedTotal"],
    "Links": _links,
    "Bilag": lambda item: "",
}
WORDS = {
    "phase": {
        "idea": "Idé", "preanalysis": "Foranalyse", "specification": "Specifikation",
        "development": "Udvikling", "implementation": "Implementering", "operation": "Drift",
        "decommissioned": "Taget ud af drift",
    },
    "status": {
        "rejected": "Afvist", "failed": "Mislykket", "pending": "Afventer", "in_progress": "I gang",
        "not_rated": "Ikke vurderet", "not_relevant": "Ikke relevant mere",
    },
    "visibility": {
        "personal": "Personlig", "authority": "Myndighed", "all_authorities": "Offentlig",
    },
    "run_period": {
        "": "", "on_demand": "Efter behov", "once": "Enkeltkørsel", "daily": "Dagligt",
        "weekly": "Ugentligt", "monthly": "Månedligt", "quarterly": "Kvartalsvis", "yearly": "Årligt",
    },
    "level": {
        "very_high": "I høj grad", "high": "I nogen grad", "low": "I mindre grad",
        "very_low": "Slet ikke", "unknown": "Ved ikke", "": "Ikke forholdt sig",
    },
    "domains": {
        "administration": "Administration", "employment": "Beskæftigelse", "business": "Erhverv",
        "family": "Familie", "education": "Uddannelse", "democracy": "Demokrati",
        "environment": "Miljø", "technical": "Teknik", "social": "Social", "health": "Sundhed",
        "sustainability": "Bæredygtighed", "hr": "HR", "it": "IT", "culture": "Kultur",
        "economy": "Økonomi",
    },
}  # fmt: skip
