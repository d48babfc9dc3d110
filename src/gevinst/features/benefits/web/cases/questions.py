"""The guided questions of a business case, one after another, in plain words."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from gevinst.features.benefits.casework.paths import Data, rows
from gevinst.features.benefits.web.cases.choices import MODES, PERIODS, options
from gevinst.features.benefits.web.cases.fields import Field, Fields, Row, Section

RISKS = 3


def questions(make: Fields) -> list[Section]:
    """Every question with its fields."""
    asked = [
        _what(make),
        _whom(make),
        _when(make),
        _often(make),
        _long(make),
        _pays(make),
        _costs(make),
        _wrong(make),
    ]
    return [
        Section(one.title, one.text, one.rows, id=f"q-{n}", number=n)
        for n, one in enumerate(asked, start=1)
    ]


def _row(*fields: Field, title: str = "") -> Row:
    return Row("", title, fields, drop=False)


def _what(make: Fields) -> Section:
    return Section(
        _("What changes?"),
        _("What is done differently, so that a colleague elsewhere understands it."),
        [
            _row(
                make.one("title", _("Title"), wide=True),
                make.one("summary", _("In two or three sentences"), "area", wide=True),
            )
        ],
    )


def _whom(make: Fields) -> Section:
    return Section(
        _("For whom?"),
        _("Only those who will use it belong in the case."),
        [
            _row(
                make.one("field_of_work", _("Field of work"), hint=_("For example home care")),
                make.one("technology", _("Technology"), hint=_("For example a robot")),
            )
        ],
    )


def _when(make: Fields) -> Section:
    return Section(
        _("When?"),
        _(
            "The case runs from the first year of the project. Count at least three years of operation."
        ),
        [
            _row(
                make.one("years.from", _("The project begins"), "year"),
                make.one("operation_from", _("In operation from"), "year"),
                make.one("years.to", _("The case ends with"), "year"),
            )
        ],
    )


def _often(make: Fields) -> Section:
    period = make.one("assumptions.periods.value", _("So many"), "select", choices=options(PERIODS))
    if period.value == "":
        period = make.one(
            "assumptions.periods.value",
            _("So many"),
            "select",
            choices=[("", str(PERIODS["1"])), *options(PERIODS)[1:]],
        )
    return Section(
        _("How often?"),
        _(
            "The number of cases, visits or invoices. If you are not sure, give a lowest and a highest."
        ),
        [_row(*_three(make, "volume", _("How many"))), _row(period)],
    )


def _long(make: Fields) -> Section:
    mode = _mode(make)
    return Section(
        _("How long does it take today, and after?"),
        _("Minutes of work for each, on average. A measurement of your own beats a guess."),
        [
            _row(*_three(make, "minutes_before", _("Minutes today"))),
            _row(*_three(make, "minutes_after", _("Minutes after"))),
            _row(*_three(make, "hourly_cost", _("An hour costs, DKK"))),
            _row(
                make.one("assumptions.minutes_before.evidence", _("How are the minutes known?"),
                    "select", choices=_evidence()),
                make.one("assumptions.minutes_before.source", _("Source of the minutes")),
            ),
            *([_row(mode)] if mode else []),
        ],
    )  # fmt: skip


def _evidence() -> list[tuple[str, str]]:
    """How a value is known, as one is asked."""
    return [
        ("", _("Not stated")),
        ("A", _("From accounts or a log")),
        ("B", _("Measured by ourselves")),
        ("C", _("Carried on from earlier years")),
        ("D", _("Estimated by those who do the work")),
        ("E", _("Expected by a supplier or an expert")),
    ]


def _mode(make: Fields) -> Field | None:
    """How the freed time is taken, once there is some."""
    for at, line in enumerate(rows(make.data, "benefits")):
        if line.get("id") == "time":
            label = _("What becomes of the time?")
            return make.one(f"benefits.{at}.mode", label, "select", choices=options(MODES)[:5])
    return None


def _pays(make: Fields) -> Section:
    parties = make.data.get("parties")
    names = [str(each) for each in parties] if isinstance(parties, list) else []
    choices = [("", names[0] if names else "–"), *((name, name) for name in names[1:])]
    payers = []
    if len(names) > 1:
        payers = [
            make.one(f"costs.{at}.party", str(line.get("title", "")), "select", choices=choices)
            for at, line in enumerate(rows(make.data, "costs"))
            if str(line.get("scenario")) == "1" and not line.get("shares")
        ]
    hint = _("Short names in small letters with commas between, yours first: kommune, staten")
    return Section(
        _("Who pays?"),
        _(
            "Agree before the start who pays the operation. With several parties, say who pays what."
        ),
        [_row(make.one("parties", _("Who pays or gains"), "names", hint=hint)), _row(*payers)]
        if payers
        else [_row(make.one("parties", _("Who pays or gains"), "names", hint=hint))],
    )


def _costs(make: Fields) -> Section:
    return Section(
        _("What does it cost, once and each year?"),
        _("Count your own staff's hours too, and training: they are what most cases forget."),
        [
            _row(*_three(make, "one_off", _("Bought once, DKK"))),
            _row(*_three(make, "own_hours", _("Own staff's hours in the project"))),
            _row(*_three(make, "training", _("Training and change, DKK"))),
            _row(*_three(make, "running", _("Operation a year, DKK"))),
        ],
    )


def _wrong(make: Fields) -> Section:
    known = len(rows(make.data, "risks"))
    shown = range(max(min(known + 1, RISKS), known))
    text = _("What may happen or not: how likely, and what it would cost.")
    return Section(_("What can go wrong?"), text, [_risk(make, at) for at in shown])


def _risk(make: Fields, at: int) -> Row:
    name = f"risks.{at}"
    return Row(
        name,
        _("Risk %(n)s") % {"n": at + 1},
        [
            make.one(f"{name}.title", _("What may happen?")),
            make.one(f"{name}.probability", _("How likely, per cent"), "percent"),
            make.one(f"{name}.consequence.likely", _("What it would cost, DKK"), "number"),
        ],
        drop=False,
    )


def _three(make: Fields, name: str, label: str) -> list[Field]:
    """Likely, lowest and highest of an assumption; only what it comes to where it is not a plain value."""
    path = f"assumptions.{name}"
    given: Any = (make.data.get("assumptions") or {}).get(name)
    if isinstance(given, dict) and ("formula" in given or "by_year" in given):
        key, kind = ("formula", "formula") if "formula" in given else ("by_year", "series")
        return [make.one(f"{path}.{key}", label, kind)]
    return [
        make.one(f"{path}.value", label, "number"),
        make.one(f"{path}.low", _("Lowest"), "number"),
        make.one(f"{path}.high", _("Highest"), "number"),
    ]


def with_risks(data: Data) -> Data:
    """The values with room for one more risk to be written."""
    listed = data.get("risks")
    found = list(listed) if isinstance(listed, list) else []
    return {**data, "risks": [*found, {}]}


def kept_risks(data: Data) -> Data:
    """The values without risks that nothing was written of, and with a key for each that is new."""
    listed = data.get("risks")
    found = [each for each in listed if each != {}] if isinstance(listed, list) else []
    taken = {str(each.get("id")) for each in found if isinstance(each, dict)}
    for each in found:
        if isinstance(each, dict) and "id" not in each:
            number = next(n for n in range(1, len(found) + 2) if f"risk-{n}" not in taken)
            each["id"] = f"risk-{number}"
            taken.add(each["id"])
    return {**data, "risks": [_first_id(each) for each in found]}


def _first_id(risk: Any) -> Any:
    return {"id": risk["id"], **risk} if isinstance(risk, dict) else risk
