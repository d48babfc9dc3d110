"""Whether everyone who must do the work has a reason to: the checks of a sharing, as notes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from gevinst.engines.businesscase.notes import Note
from gevinst.engines.businesscase.sharing.funding import told, unfunded
from gevinst.engines.businesscase.sharing.lines import Line
from gevinst.engines.businesscase.sharing.split import Split, sum_of
from gevinst.engines.businesscase.sharing.terms import Terms


def incentive_notes(split: Split, lines: Sequence[Line], terms: Terms) -> tuple[Note, ...]:
    """Every check that fails; `facts["severity"]` is `error` or `warning`.

    Codes: `operating-party-loses`, `operation-unfunded` (error), `no-agreement-after-go-live`,
    `no-exit-date`, `savings-hide-quality`. Raises: ValueError for an operating party that takes no part.
    Source: KL/Deloitte case analysis, September 2022, on financing.
    """
    checks = (
        _losses(split, terms),
        unfunded(lines, terms, split.first_year),
        _not_agreed(split, terms),
        _no_exit(split, terms),
        _only_savings(lines, terms),
    )
    return tuple(note for found in checks for note in found)


def _losses(split: Split, terms: Terms) -> Iterator[Note]:
    for party in sorted(terms.operating):
        net = split.perspective([party])
        years = {
            split.first_year + number: amount
            for number, amount in enumerate(net)
            if amount < 0 and split.first_year + number >= terms.operation_from
        }
        if years:
            yield Note(
                "operating-party-loses",
                f"{party} runs it and loses by it in {told(years)}: share the benefit or the cost anew.",
                {"severity": "warning", "party": party, "net": years},
            )


def _not_agreed(split: Split, terms: Terms) -> Iterator[Note]:
    start = max(terms.operation_from - split.first_year, 0)
    bearing = {party for party, row in split.operation_costs.items() if any(row[start:])}
    if missing := sorted(bearing - terms.agreed_payers):
        yield Note(
            "no-agreement-after-go-live",
            f"{', '.join(missing)} would pay after go-live and has not agreed to: agree before the start.",
            {"severity": "warning", "parties": tuple(missing)},
        )


def _no_exit(split: Split, terms: Terms) -> Iterator[Note]:
    staying = sorted(
        party for party in terms.temporary if any(split.operation_costs.get(party, ())[-1:])
    )
    if staying:
        yield Note(
            "no-exit-date",
            f"{', '.join(staying)} still pays running costs in the last year: agree until when.",
            {"severity": "warning", "parties": tuple(staying)},
        )


def _only_savings(lines: Sequence[Line], terms: Terms) -> Iterator[Note]:
    saves = any(line.kind == "benefit" and sum_of(line.amounts) > 0 for line in lines)
    if saves and not terms.quality_indicators:
        yield Note(
            "savings-hide-quality",
            "Money is counted and no measure of quality, security or service is: choose at least one.",
            {"severity": "warning"},
        )
