"""The makes of log that are known, and what their states say of an item."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from gevinst.engines.benefit.runlog.make_terms import Make, Said
from gevinst.engines.benefit.runlog.table_row import Row, folded

ROBOT = ("robot", "robotname", "queuename", "queue", "processname", "process", "releasename")
AUTHORITY = ("authority", "myndighed", "kommune", "organisation")
U, E, S = Said.UNTOUCHED, Said.EXCEPTION, Said.SKIP
# The robot of a benefit is the automation, so the queue or flow goes before the machine.
MAKES: Mapping[str, Make] = {
    # States of a queue item; a retried attempt has a new item after it.
    "uipath": Make(
        told_by=(("status", "endprocessing"), ("status", "ended", "reference")),
        robot=("queuename", "queue", "processname", "releasename", "queuedefinitionid", "robot"),
        when=("endprocessing", "ended", "startprocessing", "creationtime"),
        status=("status",),
        says={
            "successful": U,
            "failed": E,
            "abandoned": E,
            "retried": S,
            "new": S,
            "inprogress": S,
            "deleted": S,
        },
        identity=("id",),
        by_hand=("manualancestorid",),
    ),
    # Desktop: status codes of flow sessions. 4 succeeded; 8 failed, 9 faulted, 10 timed out.
    "power-automate-desktop": Make(
        told_by=(("statuscode", "completedon"),),
        robot=("flowname", "regardingobjectidname", "regardingobjectid", "workflowid"),
        when=("completedon", "startedon"),
        status=("statuscode",),
        says={
            **{str(code): S for code in range(13)},
            **{"4": U, "8": E, "9": E, "10": E},
            **{"succeeded": U, "failed": E, "faulted": E, "timedout": E, "running": S},
            **{"canceled": S, "cancelled": S},
        },
        identity=("flowsessionid",),
    ),
    "power-automate-cloud": Make(
        told_by=(("workflowid", "status"),),
        robot=("flowname", "workflowname", "workflowid"),
        when=("end", "endtime", "start", "starttime"),
        status=("status",),
        says={
            "succeeded": U,
            "failed": E,
            "timedout": E,
            "running": S,
            "waiting": S,
            "cancelled": S,
            "canceled": S,
            "skipped": S,
        },
        identity=("name", "flowrunid"),
    ),
    # Work items of Python robots: Robocorp, Automation Server, OpenOrchestrator, Manatee by agreement.
    "python": Make(
        told_by=(("state",),),
        robot=("robot", "process", "processname", "workqueue", "queue", "queuename"),
        when=("ended", "endtime", "enddate", "completedat", "updatedat", "on", "date"),
        status=("state", "status"),
        says={
            "completed": U,
            "done": U,
            "failed": E,
            "business": E,
            "application": E,
            "pendinguseraction": E,
            "abandoned": E,
            "new": S,
            "inprogress": S,
            "pending": S,
            "reserved": S,
        },
        identity=("id", "workitemid"),
    ),
}


def make_of(columns: Iterable[str]) -> str:
    """Which make a log with these columns is of; "" for a day log and for one that is not known.

    >>> make_of(["Id", "Status", "EndProcessing", "QueueName"]), make_of(["robot", "dato", "sager"])
    ('uipath', '')
    """
    held = {folded(column) for column in columns}
    if held & {"items", "sager"}:
        return ""
    for key, make in MAKES.items():
        if any(held.issuperset(columns) for columns in make.told_by):
            return key
    return ""


def said(make: Make, row: Row) -> Said:
    """What the line says became of its item. Raises `LogFault` for a state that the make does not have."""
    state = folded(row.needed(*make.status))
    if state not in make.says:
        known = ", ".join(sorted(make.says))
        raise row.fault(f"expected one of {known} in {make.status[0]}, found {state!r}")
    if row.text(*make.by_hand) and make.says[state] is U:
        return S
    return make.says[state]
