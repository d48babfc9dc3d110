"""The full tables of a business case: assumptions, costs and benefits, risks and quality, the frame."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from django.utils.translation import gettext as _

from gevinst.engines.businesscase.model.amounts import DRIVERS as TERMS_OF
from gevinst.features.benefits.casework.paths import Data, rows
from gevinst.features.benefits.web.cases import choices as words
from gevinst.features.benefits.web.cases.choices import options, places
from gevinst.features.benefits.web.cases.fields import Field, Fields, Row, Section


def assumptions(make: Fields) -> list[Section]:
    """Every assumption: low, likely, high, unit, how it is known; the rest folded."""
    named = make.data.get("assumptions")
    found = [_assumption(make, name, each) for name, each in (named or {}).items()]
    return [
        Section(
            _("Assumptions"),
            _(
                "Each value once, with its range and where it is from. Lines and formulas use the key."
            ),
            found,
            add="assumptions",
            add_words=_("Add an assumption"),
            id="assumptions",
        )
    ]


def _assumption(make: Fields, name: str, given: Any) -> Row:
    path = f"assumptions.{name}"
    one = make.one
    title = given.get("title") if isinstance(given, dict) else ""
    return Row(
        path,
        str(title or name),
        [
            one(f"{path}.title", _("Name")),
            one(f"{path}.low", _("Lowest"), "number"),
            one(f"{path}.value", _("Likely"), "number"),
            one(f"{path}.high", _("Highest"), "number"),
            one(f"{path}.unit", _("Unit")),
            one(f"{path}.evidence", _("How known"), "select", choices=options(words.GRADES)),
            *_source(make, path),
        ],
        [
            one(f"{path}.by_year", _("By year (2026: 10; 2027: 12)"), "series"),
            one(f"{path}.growth", _("Growth a year, per cent"), "percent"),
            one(f"{path}.formula", _("Formula")),
            one(f"{path}.distribution", _("Spread"), "select",
                choices=_optional(words.DISTRIBUTIONS)),
            one(f"{path}.status", _("Status"), "select", choices=_optional(words.STATUSES)),
            one(f"{path}.method", _("Method"), "select", choices=options(words.METHODS)),
            one(f"{path}.n", _("Observations"), "whole"),
        ],
        path=path,
    )  # fmt: skip


def _source(make: Fields, path: str) -> list[Field]:
    """Where it is from: a text, or the parts of a source that is spelled out."""
    name, *rest = path.split(".")
    holder: Any = make.data.get(name)
    for step in rest:
        holder = holder[int(step)] if isinstance(holder, list) else (holder or {}).get(step)
    if isinstance(holder, dict) and isinstance(holder.get("source"), dict):
        return [
            make.one(f"{path}.source.document", _("Source")),
            make.one(f"{path}.source.anchor", _("Where in it")),
        ]
    return [make.one(f"{path}.source", _("Source"))]


def lines(make: Fields) -> list[Section]:
    """Costs of the two scenarios, then benefits."""
    return [
        Section(
            _("Costs"),
            _("Without the solution (0) and with it (1). What stands in both cancels out."),
            [_cost(make, at) for at in range(len(rows(make.data, "costs")))],
            add="costs",
            add_words=_("Add a cost"),
            id="costs",
        ),
        Section(
            _("Benefits"),
            _("A benefit names the cost it relieves, so that no effect is counted twice."),
            [_benefit(make, at) for at in range(len(rows(make.data, "benefits")))],
            add="benefits",
            add_words=_("Add a benefit"),
            id="benefits",
        ),
    ]


def _cost(make: Fields, at: int) -> Row:
    path, line = f"costs.{at}", rows(make.data, "costs")[at]
    mine = _lines_of(make.data, ("0", "both"), but=line)
    head = [
        make.one(f"{path}.title", _("What")),
        make.one(f"{path}.scenario", _("Scenario"), "select", choices=options(words.SCENARIOS)),
        _place(make, path, line, ("project", "operation")),
    ]  # fmt: skip
    links = [
        make.one(f"{path}.continues", _("Carries on the cost"), "select",
            choices=[("", "–"), *_lines_of(make.data, ("0",), but=line)]),
        make.one(f"{path}.residual_of", _("Is what is left of"), "select",
            choices=[("", "–"), *mine]),
        make.one(f"{path}.behaviour.kind", _("How the cost behaves"), "select",
            choices=[("", str(words.BEHAVIOURS["fixed"])), *options(words.BEHAVIOURS)[1:]]),
        make.one(f"{path}.behaviour.volume", _("The number it follows"), "formula"),
        make.one(f"{path}.behaviour.size", _("A step takes"), "number"),
    ]  # fmt: skip
    return _line(make, path, line, head, links)


def _benefit(make: Fields, at: int) -> Row:
    path, line = f"benefits.{at}", rows(make.data, "benefits")[at]
    relieved = _lines_of(make.data, ("0", "both"), but=line)
    head = [
        make.one(f"{path}.title", _("What")),
        make.one(f"{path}.relieves", _("Relieves the cost"), "select",
            choices=[("", "–"), *relieved]),
        make.one(f"{path}.mode", _("How it is taken"), "select", choices=options(words.MODES)),
        _place(make, path, line, ("benefit",)),
    ]  # fmt: skip
    more = [
        make.one(f"{path}.owner", _("Who answers for it")),
        make.one(f"{path}.status", _("Status"), "select", choices=_optional(words.STATUSES)),
        make.one(f"{path}.evidence", _("How known"), "select", choices=options(words.GRADES)),
    ]
    return _line(make, path, line, head, more)


def _place(make: Fields, path: str, line: Data, areas: tuple[str, ...]) -> Field:
    """The place in the estimation diagram; one of the authority's own is among those to choose from."""
    known, own = places(areas), str(line.get("place", ""))
    if own and own not in dict(known):
        known = [*known, (own, words.place_words(own))]
    label = _("Place in the estimation diagram")
    return make.one(f"{path}.place", label, "select", choices=known)


def _line(make: Fields, path: str, line: Data, head: list[Field], more: list[Field]) -> Row:
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
            *_source(make, path),
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
            choices=options(words.DRIVERS), reload=True)
    ]  # fmt: skip
    found += [
        make.one(f"{path}.amount.{name}", words.TERMS[name], "formula", hint=_hint(name))
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


def _lines_of(data: Data, scenarios: tuple[str, ...], but: Data) -> list[tuple[str, str]]:
    """Key and title of the costs of these scenarios, other than one."""
    return [
        (str(row.get("id", "")), str(row.get("title") or row.get("id", "")))
        for row in rows(data, "costs")
        if str(row.get("scenario")) in scenarios and row is not but
    ]


def risks(make: Fields) -> list[Section]:
    """The risk pool, and benefits of quality."""
    return [
        Section(
            _("Risks"),
            _("What may happen or not. A cost that comes for certain belongs among the costs."),
            [_risk(make, at) for at in range(len(rows(make.data, "risks")))],
            add="risks",
            add_words=_("Add a risk"),
            id="risks",
        ),
        Section(
            _("Quality"),
            _("Benefits that are not money, in a unit that can be measured."),
            [_quality(make, at) for at in range(len(rows(make.data, "quality")))],
            add="quality",
            add_words=_("Add a benefit of quality"),
            id="quality",
        ),
    ]


def _risk(make: Fields, at: int) -> Row:
    path, row = f"risks.{at}", rows(make.data, "risks")[at]
    return Row(
        path,
        str(row.get("title") or row.get("id") or ""),
        [
            make.one(f"{path}.title", _("What may happen?"), wide=True),
            make.one(f"{path}.probability", _("How likely, per cent"), "percent"),
            make.one(f"{path}.consequence.low", _("Costs at least, DKK"), "number"),
            make.one(f"{path}.consequence.likely", _("Likely costs, DKK"), "number"),
            make.one(f"{path}.consequence.high", _("Costs at most, DKK"), "number"),
        ],
        [
            make.one(f"{path}.owner", _("Who keeps an eye on it")),
            make.one(f"{path}.mitigation", _("What is done about it"), "area", wide=True),
            make.one(f"{path}.status", _("Status"), "select",
                choices=_optional(words.RISK_STATUSES)),
            make.one(f"{path}.exposure", _("When it can happen (2026: 1; 2027: 2)"), "series"),
        ],
        path=f"risks.{row.get('id', '')}",
    )  # fmt: skip


def _quality(make: Fields, at: int) -> Row:
    path, row = f"quality.{at}", rows(make.data, "quality")[at]
    return Row(
        path,
        str(row.get("title") or row.get("id") or ""),
        [
            make.one(f"{path}.title", _("What becomes better?"), wide=True),
            make.one(f"{path}.kind", _("Kind"), "select", choices=options(words.QUALITY_KINDS)),
            make.one(f"{path}.unit", _("Measured in")),
            make.one(f"{path}.before", _("Before"), "number"),
            make.one(f"{path}.after", _("After"), "number"),
            make.one(f"{path}.target", _("Target"), "number"),
        ],
        [
            make.one(f"{path}.better", _("Which way is better"), "select",
                choices=_optional(words.BETTER)),
            make.one(f"{path}.n", _("Asked or measured"), "whole"),
            make.one(f"{path}.status", _("Status"), "select", choices=_optional(words.STATUSES)),
            make.one(f"{path}.evidence", _("How known"), "select", choices=options(words.GRADES)),
            *_source(make, path),
        ],
        path=f"quality.{row.get('id', '')}",
    )  # fmt: skip


def frame(make: Fields) -> list[Section]:
    """Years, prices, parties and how time is counted; then the readings."""
    one = make.one
    named = make.data.get("readings")
    return [
        Section(
            _("The frame"),
            "",
            [
                Row("", _("Years and prices"), [
                    one("years.from", _("First year"), "year"),
                    one("years.to", _("Last year"), "year"),
                    one("operation_from", _("In operation from"), "year"),
                    one("price_year", _("Prices of"), "year"),
                    one("origin", _("Break-even is counted"), "select",
                        choices=options(words.ORIGINS)),
                    one("baseline", _("Without the solution"), "select",
                        choices=_optional(words.BASELINES)),
                    one("discount", _("Discount rate as of"), hint=_("A day or a year; empty: today's")),
                    one("effective_hours", _("Effective hours of full-time staff a year"),
                        hint=_("A number or a key; empty: the usual")),
                ], drop=False),
                Row("", _("Parties"), [
                    one("parties", _("Who pays or gains"), "names"),
                    one("perspective", _("Whose net counts"), "names", hint=_("Empty: everybody's")),
                ], drop=False),
            ],
            id="frame",
        ),
        Section(
            _("Readings"),
            _("Another way to understand the facts: values replaced, lines left out."),
            [_reading(make, name) for name in (named or {})],
            add="readings",
            add_words=_("Add a reading"),
            id="readings",
        ),
    ]  # fmt: skip


def _reading(make: Fields, name: str) -> Row:
    path = f"readings.{name}"
    return Row(
        path,
        name,
        [
            make.one(f"{path}.title", _("Name"), wide=True),
            make.one(f"{path}.assumptions", _("Values instead (key: 10; other: 5)"), "series"),
            make.one(f"{path}.without", _("Lines left out"), "names"),
            make.one(f"{path}.reason", _("Why"), "area", wide=True),
        ],
        path=path,
    )


def _optional(choices: words.Words) -> list[tuple[str, str]]:
    return [("", "–"), *options(choices)]


TABLES: Mapping[str, Callable[[Fields], list[Section]]] = {
    "forudsaetninger": assumptions,
    "linjer": lines,
    "risici": risks,
    "ramme": frame,
}
