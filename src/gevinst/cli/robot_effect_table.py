"""The account of a run log as a table in the terminal: a line a robot or month, the sum, what is remarked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from gevinst.cli.language import spoken
from gevinst.engines.money import danish

if TYPE_CHECKING:
    from gevinst.engines.benefit import Figures

NOTES = {
    "per-robot-over-uncounted": "{with_hours} af {robots} robotter har timer: “pr. robot” er over dem"
    " ({hours_per_robot} timer); over alle ville det være {hours_per_existing_robot}.",
    "runs-without-baseline": "{uncounted} af {runs} kørsler ligger på en dag uden et nulpunkt.",
    "different-windows": "Timer og omkostninger dækker ikke de samme måneder: timer {hours[0]} til"
    " {hours[1]}, omkostninger {cost[0]} til {cost[1]}.",
    "no-costs": "Ingen omkostning er oplyst: timens pris og ROI kan ikke siges.",
    "team-cost-missing": "Ingen omkostning til et hold er oplyst; den interne tid hører med.",
    "cost-of-no-robot": "{amount} kr. bæres ikke af nogen robot.",
    "mostly-estimated": "Mere end halvdelen af minutterne hviler på skøn.",
    "sample-not-stated": "{robot}: det er ikke oplyst, hvor mange sager der er målt.",
    "single-case": "{robot}: kun én sag er målt.",
    "small-sample": "{robot}: kun {n} sager er målt.",
}
HEAD = (
    ("items", "Sager", "Items", 0),
    ("untouched_share", "Urørt %", "Untouched %", 1),
    ("hours", "Timer", "Hours", 1),
    ("fte", "Årsværk", "FTE", 2),
    ("amount", "Værdi kr.", "Worth DKK", 0),
    ("cost", "Pris kr.", "Cost DKK", 0),
    ("cost_per_hour", "Kr./time", "DKK/hour", 2),
    ("roi", "ROI %", "ROI %", 1),
    ("grade", "Evidens", "Evidence", 0),
)
PERCENT = {"untouched_share", "roi"}


def figures(each: Figures, effective: Decimal | None) -> dict[str, Any]:
    """The figures as JSON has them: exact numbers as texts, null where there is none to tell."""
    numbers = {
        "hours": each.hours,
        "exception_minutes": each.exception_minutes,
        "fte": each.fte(effective) if effective else None,
        "amount": each.amount,
        "cost": each.cost,
        "net": each.net,
        "cost_per_hour": each.cost_per_hour,
        "manual_hour": each.manual_hour,
        "unit_roi": each.unit_roi,
        "roi": each.roi,
        "untouched_share": each.untouched_share,
        "hours_per_robot": each.hours_per_robot,
        "measured_share": each.measured_share,
    }
    counts = ("months", "robots", "with_hours", "runs", "uncounted", "items", "untouched")
    return {
        **{name: getattr(each, name) for name in (*counts, "exceptions")},
        **{name: None if value is None else str(value) for name, value in numbers.items()},
        "grade": each.grade,
    }


def lines(told: Mapping[str, Any]) -> Iterator[str]:
    """The window, the table, the key figures in words, and the remarks."""
    first, last = told["window"]
    yield spoken(f"Kørsler {first} til {last}", f"Runs {first} to {last}")
    yield ""
    yield from _table(told)
    yield ""
    yield from _summary(told["total"])
    for note in told["notes"]:
        yield "  ! " + spoken(NOTES[note["code"]].format(**note["facts"]), note["message"])


def _table(told: Mapping[str, Any]) -> Iterator[str]:
    shown = [one for one in HEAD if one[0] != "fte" or told["effective_hours_per_fte"]]
    head = [*map(_dimension, told["by"]), *(spoken(da, en) for _n, da, en, _p in shown)]
    keyed = [
        [line[name] or spoken("(fælles)", "(shared)") for name in told["by"]]
        for line in told["lines"]
    ]
    body = [
        key + [_cell(line, *one) for one in shown]
        for key, line in zip(keyed, told["lines"], strict=True)
    ]
    blank = [""] * (len(told["by"]) - 1)
    total = [spoken("I alt", "Total"), *blank, *(_cell(told["total"], *one) for one in shown)]
    rows = [head, *body, total]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    keys = len(told["by"])
    for row in rows:
        cells = (
            cell.ljust(width) if place < keys else cell.rjust(width)
            for place, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        yield "  ".join(cells).rstrip()


def _dimension(name: str) -> str:
    words = {"robot": "Robot", "authority": spoken("Myndighed", "Authority")}
    return words.get(name, spoken("Måned", "Month"))


def _cell(line: Mapping[str, Any], name: str, _da: str, _en: str, places: int) -> str:
    value = line[name]
    if value is None:
        return "–"
    if name == "grade":
        return str(value)
    number = Decimal(value) * 100 if name in PERCENT else Decimal(value)
    return danish(number, places, "")


def _summary(total: Mapping[str, Any]) -> Iterator[str]:
    with_hours, per = total["with_hours"], total["hours_per_robot"]
    if per is not None:
        told = danish(Decimal(per), 1, "")
        yield spoken(
            f"{told} timer pr. robot med timer ({with_hours} af {total['robots']})",
            f"{told} hours a robot with hours ({with_hours} of {total['robots']})",
        )
    if total["unit_roi"] is not None:
        manual, hour = (
            danish(Decimal(total[key]), 2, "") for key in ("manual_hour", "cost_per_hour")
        )
        percent = danish(Decimal(total["unit_roi"]) * 100, 1, "")
        yield spoken(
            f"ROI {percent} % = {manual} kr. pr. manuel time / {hour} kr. pr. frigjort time - 1",
            f"ROI {percent} % = {manual} DKK a manual hour / {hour} DKK a freed hour - 1",
        )
