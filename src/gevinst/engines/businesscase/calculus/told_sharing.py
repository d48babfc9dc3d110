"""The shares of a line as they were agreed, and what was said of them by year."""

from __future__ import annotations

from gevinst.engines.businesscase.calculus.agreement_rules import Agreements
from gevinst.engines.businesscase.calculus.shares import shares_in
from gevinst.engines.businesscase.model import lines as model
from gevinst.engines.businesscase.model.case import Case
from gevinst.engines.businesscase.sharing import (
    Exit,
    Line,
    Shares,
    Sharing,
    SoFar,
    StepDown,
)
from gevinst.engines.businesscase.sharing.sharing_rule import Parts


class Told:
    """Answers as the sharing it holds, and keeps what it said by year."""

    def __init__(self, held: Sharing) -> None:
        self.held = held
        self.said: dict[int, Parts] = {}

    def at(self, so_far: SoFar) -> Parts:
        """See `Sharing`."""
        self.said[so_far.year] = dict(self.held.at(so_far))
        return self.said[so_far.year]


def said_shares(shared: list[Line]) -> dict[str, dict[int, Parts]]:
    """What each line said of its shares, by year."""
    return {line.name: line.sharing.said for line in shared if isinstance(line.sharing, Told)}


def sharing_of(case: Case, line: model.Line, agreed: Agreements) -> Sharing:
    """The line's shares by year, stepped down and taken over as agreed."""
    shared: Sharing = Shares.by_year(shares_in(case, line, year) for year in case.years)
    for rule in agreed.step_downs:
        if line.id in rule.lines or (not rule.lines and line.shares):
            after = Shares.constant(rule.after)
            shared = StepDown(shared, after, rule.recouped, rule.volume_above)
    for leave in agreed.exits:
        if line.id in leave.lines or (not leave.lines and line.shares):
            shared = Exit(shared, leave.party, leave.on, leave.takes_over)
    return shared
