"""What is asked of money: who pays, what it costs, what can go wrong."""

from __future__ import annotations

from django.utils.translation import gettext as _

from gevinst.features.benefits.casework.paths import rows
from gevinst.features.benefits.web.cases.editing.fields import Fields, Row, Section
from gevinst.features.benefits.web.cases.questions.rows import side_by_side, with_range

RISKS = 3


def ask_pays(make: Fields) -> Section:
    """The parties, and who of them pays which cost."""
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
        [
            side_by_side(make.one("parties", _("Who pays or gains"), "names", hint=hint)),
            side_by_side(*payers),
        ]
        if payers
        else [side_by_side(make.one("parties", _("Who pays or gains"), "names", hint=hint))],
    )


def ask_costs(make: Fields) -> Section:
    """What is paid once and each year."""
    return Section(
        _("What does it cost, once and each year?"),
        _("Count your own staff's hours too, and training: they are what most cases forget."),
        [
            side_by_side(*with_range(make, "one_off", _("Bought once, DKK"))),
            side_by_side(*with_range(make, "own_hours", _("Own staff's hours in the project"))),
            side_by_side(*with_range(make, "training", _("Training and change, DKK"))),
            side_by_side(*with_range(make, "running", _("Operation a year, DKK"))),
        ],
    )


def ask_wrong(make: Fields) -> Section:
    """What may happen, how likely, at what cost."""
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
