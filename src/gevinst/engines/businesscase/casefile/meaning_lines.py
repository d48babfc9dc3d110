"""What lines say of each other and of the parties."""

from __future__ import annotations

from gevinst.engines.businesscase.casefile.meaning_names import (
    Said,
    paths,
    unknown_names,
    unlisted,
)
from gevinst.engines.businesscase.model.case import Case
from gevinst.engines.businesscase.model.taxonomy import place


def lines(case: Case) -> Said:
    """Places, formulas, years and readings of the lines."""
    for line, path in paths(case):
        try:
            place(line.place)
        except ValueError as error:
            yield str(error), (*path, "place")
        for key, formula in line.amount.terms.items():
            # The amount alone stands for the driver of that name.
            inner = () if key == "amount" else (key,)
            yield from unknown_names(case, formula, (*path, "amount", *inner))
        if line.behaviour.volume is not None:
            yield from unknown_names(case, line.behaviour.volume, (*path, "behaviour", "volume"))
        outside = [year for year in line.when if not case.first <= year <= case.last]
        if outside:
            yield f"{outside[0]} is outside {case.first}-{case.last}", (*path, "when")
        yield from unlisted(line.readings, case.readings, "reading", (*path, "readings"))


def links(case: Case) -> Said:
    """Lines that name another name one of scenario 0."""
    known = {line.id: line for line in case.lines}
    for line, path in paths(case):
        for key, scenarios in (("continues", "0"), ("relieves", "0both"), ("residual_of", "0both")):
            wanted = getattr(line, key)
            if wanted and wanted not in known:
                yield f"there is no line {wanted!r}; there are: {', '.join(known)}", (*path, key)
            elif wanted and known[wanted].scenario not in scenarios:
                yield f"{wanted} is not a cost of scenario 0", (*path, key)
        if line.continues and line.scenario != "1":
            yield "only a cost of scenario 1 continues another", (*path, "continues")


def parties(case: Case) -> Said:
    """Parties are known and shares sum to one."""
    yield from unlisted(case.perspective, case.parties, "party", ("perspective",))
    for line, path in paths(case):
        for _, shares in line.shares:
            yield from unlisted(shares, case.parties, "party", (*path, "shares"))
            if sum(shares.values()) != 1:
                yield f"the shares sum to {sum(shares.values())}, expected 1", (*path, "shares")
    for at, each in enumerate(case.transfers):
        yield from unlisted((each.giver, each.receiver), case.parties, "party", ("transfers", at))
