"""The month report in words: figures as text, tables as rows, in the language in force."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from gevinst.engines.blockkit.contract import Text
from gevinst.engines.identifiers import mask_all
from gevinst.features.operations import reasons
from gevinst.features.operations.outcome_words import outcome_label
from gevinst.features.operations.queries.month import MonthReport
from gevinst.features.operations.queries.reconciling import Balance
from gevinst.features.operations.reporting.month_labels import (
    chart_title,
    english,
    month_name,
    queue_words,
    reason_words,
    register_words,
    rule_names,
)
from gevinst.shared.templatetags.gevinst import day as day_words
from gevinst.shared.templatetags.gevinst import dkk, moment, number

Rows = list[tuple[str, ...]]


def report(found: MonthReport, at: datetime) -> dict[str, Any]:
    """What the template sets: title, figures and parts in order."""
    name = month_name(found.first)
    robot = found.robot
    wrong = _("The reconciliation does not add up. Find the difference before the month is closed.")
    return {
        "lang": "en" if english() else "da",
        "title": _("Month report: %(robot)s, %(month)s") % {"robot": robot.name, "month": name},
        "author": robot.authority.name,
        "subtitle": f"{robot.authority.name} · {robot.key}",
        "footer": _("Made %(at)s by Gevinst") % {"at": moment(at)},
        "page": _("Page"),
        "of": _("of"),
        "alarm": "" if found.account.holds else wrong,
        "figures": figures(found),
        "parts": parts(found),
    }


def figures(found: MonthReport) -> list[dict[str, str]]:
    """The month's key figures."""
    account = found.account
    dkk_account = next((b for b in account.balances if b.currency == "DKK"), None)
    received = dkk(dkk_account.received.amount) if dkk_account else ""
    untouched, all_came = found.untouched, account.received
    share = f"{number(Decimal(100 * untouched.count) / all_came, 1)} %" if all_came else ""
    hours = sum((part.hours for part in found.freed), Decimal(0))
    measured = all(part.measured for part in found.freed)
    told = number(hours, 1) if found.freed else "–"
    kind = (
        (_("measured") if measured else _("estimated, partly or wholly"))
        if found.freed
        else _("no baseline")
    )
    return [
        _figure(_("Received"), number(all_came), received),
        _figure(_("Approved untouched"), number(untouched.count), share),
        _figure(
            _("Approved in all"),
            number(account.count("approved")),
            _amount(dkk_account, "approved"),
        ),
        _figure(_("Hours freed"), told, kind),
        _figure(
            _("With a clerk"), number(account.count("referred")), _amount(dkk_account, "referred")
        ),
        _figure(_("Returned"), number(account.count("returned")), _amount(dkk_account, "returned")),
        _figure(
            _("Waiting or on hold"),
            number(account.count("waiting") + account.count("held")),
            _("when the month ended"),
        ),
        _figure(_("Unreadable"), number(account.count("refused")), _("when the month ended")),
    ]


def parts(found: MonthReport) -> list[dict[str, Any]]:
    """The report's parts; the first page ends after the chart."""
    names = rule_names(found)
    return [
        *[_balance(balance) for balance in found.account.balances],
        _trend(found) | {"last_on_page": True},
        _part(_("Referred, by queue"), (_("Queue"), _("Items")), _queues(found), "tn", (4, 1)),
        _part(
            _("Referred, by reason"), (_("Reason"), _("Items")), _reasons(found, names), "tn", (4, 1)
        ),
        _part(
            _("Largest suppliers"),
            (_("Supplier"), _("Number"), _("Invoices"), _("Amount"), _("With errors")),
            _suppliers(found),
            "ttnnn",
            (4, 2, 1.3, 2, 1.5),
        ),
        _part(_("Random controls"), (_("Outcome"), _("Items")), _samples(found), "tn", (4, 1),
              note=_("Drawn by lot among what the robot would have approved.")),
        _part(
            _("Approved by clerks against the control"),
            (_("Reason"), _("Items"), _("Amount")),
            _clerks(found.overridden),
            "tnn",
            (4, 1, 2),
            note=_("A clerk's word stands above the control. Look into what is often overridden."),
        ),
        _part(
            _("Returned by clerks"),
            (_("Reason"), _("Items"), _("Amount")),
            _clerks(found.returned),
            "tnn",
            (4, 1, 2),
        ),
        _part(
            _("Rules in force"),
            (_("From"), _("Rule book"), _("Fingerprint")),
            _rules(found),
            "ttt",
            (1.3, 4, 2),
        ),
        _part(
            _("Register extracts used"),
            (_("Register"), _("Extract of"), _("Source"), _("Rows"), "SHA-256"),
            _extracts(found),
            "tttnt",
            (2, 2, 3, 1, 1.7),
        ),
        _signature(),
    ]  # fmt: skip


def _figure(label: str, value: str, note: str) -> dict[str, str]:
    return {"label": label, "value": value, "note": note}


def _amount(balance: Balance | None, outcome: str) -> str:
    return dkk(balance.parts[outcome].amount) if balance else ""


def _part(
    title: str,
    head: Sequence[str],
    rows: Rows,
    kinds: str,
    widths: Sequence[float],
    *,
    note: str = "",
    last_strong: bool = False,
) -> dict[str, Any]:
    marked = [
        {"cells": list(row), "strong": last_strong and place == len(rows)}
        for place, row in enumerate(rows, 1)
    ]
    return {
        "title": title,
        "head": list(head),
        "rows": marked,
        "kinds": list(kinds),
        "widths": list(widths),
        "note": note,
        "empty": _("None in the month."),
    }


def _balance(balance: Balance) -> dict[str, Any]:
    def amount(value: Decimal) -> str:
        return number(value, 2) if balance.currency else "–"

    told = [
        ("received", balance.received),
        *balance.parts.items(),
        ("difference", balance.difference),
    ]
    rows: Rows = [
        (outcome_label(key), number(part.count), amount(part.amount)) for key, part in told
    ]
    named = balance.currency or _("documents without an amount")
    title = _("Reconciliation, %(currency)s") % {"currency": named}
    head = (_("Outcome"), _("Items"), _("Amount"))
    return _part(title, head, rows, "tnn", (4, 1, 2), last_strong=True)


def _trend(found: MonthReport) -> dict[str, Any]:
    note = _("Percent of what the robot's runs took in, by month.")
    return {
        "title": _("Approved untouched"),
        "chart": True,
        "alt": chart_title(found),
        "note": note,
    }


def _queues(found: MonthReport) -> Rows:
    return [(queue_words(key, found), number(count)) for key, count in found.queues]


def _reasons(found: MonthReport, names: Mapping[str, Text]) -> Rows:
    return [(reason_words(key, names), number(count)) for key, count in found.reasons]


def _suppliers(found: MonthReport) -> Rows:
    return [
        (
            mask_all(each.name),
            each.sender,
            number(each.count),
            dkk(each.amount),
            f"{number(Decimal(100 * each.errors) / each.count, 1)} %",
        )
        for each in found.suppliers
    ]


def _samples(found: MonthReport) -> Rows:
    told = found.samples
    if not told.drawn:
        return []
    pairs = [
        (_("Drawn"), told.drawn),
        (_("Approved by a clerk too"), told.right),
        (_("Returned: the robot was wrong"), told.wrong),
        (_("Not looked at yet"), told.open),
    ]
    return [(label, number(count)) for label, count in pairs]


def _clerks(found: Sequence[tuple[str, int, Decimal]]) -> Rows:
    return [(reasons.label(reason), number(count), dkk(amount)) for reason, count, amount in found]


def _rules(found: MonthReport) -> Rows:
    versions = ", ".join(found.versions)
    own = _("The building block's own, version %(version)s") % {"version": versions or "–"}
    return [
        (day_words(since), title, digest[:12]) if since else ("–", own, "")
        for since, digest, title in found.rule_sets
    ]


def _extracts(found: MonthReport) -> Rows:
    return [
        (
            register_words(found, each["register"]),
            moment(datetime.fromisoformat(each["taken_at"])),
            each["source"],
            number(each["rows"]),
            each["sha256"][:12],
        )
        for each in found.extracts
    ]


def _signature() -> dict[str, Any]:
    note = _("I have read the report and compared the reconciliation with the payments.")
    return {
        "title": _("Controller"),
        "signature": True,
        "note": note,
        "who": _("Name and signature"),
        "when": _("Date"),
    }
