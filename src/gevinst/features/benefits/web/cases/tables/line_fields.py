"""The fields that costs and benefits share: what the amount is made of, when, whose, at which prices."""

from __future__ import annotations

from django.utils.translation import gettext as _

from gevinst.engines.businesscase.model.amounts import DRIVERS as TERMS_OF
from gevinst.features.benefits.casework.paths import Data
from gevinst.features.benefits.web.cases.editing.fields import Field, Fields, Row
from gevinst.features.benefits.web.cases.tables.source_fields import source_fields
from gevinst.features.benefits.web.cases.words.choices import options
from gevinst.features.benefits.web.cases.words.lines import DRIVERS, TERMS


def line_row(make: Fields, path: str, line: Data, head: list[Field], more: list[Field]) -> Row:
    """The row of a line: `head` and what it takes in sight, `more` folded."""
    part = path.split(".", maxsplit=1)[0]
    return Row(
        path,
        str(line.get("title") or line.get("id") or ""),
        [*head, *_amount(make, path, line), *_when(make, path, line)],
        [
            *more,
            make.one(f"{path}.party", _("Paid or gained by")),
            make.one(f"{path}.shares", _("Shares (a line a year: 2026: kommune 25, stat 75)"), "shares",
                wide=True),
            make.one(f"{path}.price_year", _("Prices of"), "year"),
            *source_fields(make, path),
        ],
        path=f"{part}.{line.get('id', '')}",
    )  # fmt: skip


def _amount(make: Fields, path: str, line: Data) -> list[Field]:
    """What the amount is made of: the driver, and what that driver takes."""
    given = line.get("amount")
    driver = str(given.get("driver", "amount")) if isinstance(given, dict) else "amount"
    known = tuple(name for part in TERMS_OF.get(driver, ((), ())) for name in part)
    found = [
        make.one(f"{path}.amount.driver", _("The amount is"), "select",
            choices=options(DRIVERS), reload=True)
    ]  # fmt: skip
    found += [
        make.one(f"{path}.amount.{name}", TERMS[name], "formula", hint=_hint(name))
        for name in known
    ]
    if driver == "tiered":
        found.append(make.one(f"{path}.amount.tiers", _("Above: price (0: 10; 100: 8)"), "tiers"))
    if driver == "history":
        label = _("Spent by year (2024: 1.000; 2025: 1.100)")
        found.append(make.one(f"{path}.amount.history", label, "series"))
        label = _("Agreed from a year on (2027: 900)")
        found.append(make.one(f"{path}.amount.committed", label, "series"))
    return found


def _hint(term: str) -> str:
    return _("A number, a key or a formula") if term in ("amount", "units") else ""


def _when(make: Fields, path: str, line: Data) -> list[Field]:
    when = line.get("when")
    if isinstance(when, dict) and when.get("years"):
        return [make.one(f"{path}.when.years", _("Share by year"), "percents")]
    return [
        make.one(f"{path}.when.at", _("In one year"), "year"),
        make.one(f"{path}.when.from", _("or from"), "year"),
        make.one(f"{path}.when.to", _("to"), "year"),
    ]
