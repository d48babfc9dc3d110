"""What is agreed, as the incentive checks of the room `sharing` ask for it."""

from __future__ import annotations

from gevinst.engines.businesscase.calculus.agreement_rules import Agreements
from gevinst.engines.businesscase.calculus.shared_lines import ZERO
from gevinst.engines.businesscase.model.case import Case
from gevinst.engines.businesscase.notes import Note
from gevinst.engines.businesscase.sharing import (
    Commitment,
    Line,
    Split,
    Terms,
    incentive_notes,
)


def incentives_of(
    case: Case, shared: list[Line], agreed: Agreements, split: Split
) -> tuple[Note, ...]:
    """Where nothing is promised at all, that operation is not either says nothing of its own."""
    found = incentive_notes(split, shared, _terms(case, agreed, split))
    return tuple(note for note in found if agreed.promises or note.code != "operation-unfunded")


def _terms(case: Case, agreed: Agreements, split: Split) -> Terms:
    """What the incentives are held against; where nobody is said to run it, those who bear its costs do."""
    bearing = {party for party, row in split.operation_costs.items() if any(row)}
    return Terms(
        operating=frozenset(agreed.operating or bearing - set(agreed.temporary)),
        operation_from=case.operation_from,
        commitments=tuple(
            Commitment(
                each.party,
                each.phase,
                tuple(each.amounts.get(year, ZERO) for year in case.years),
            )
            for each in agreed.promises
        ),
        agreed_payers=frozenset(agreed.payers),
        temporary=frozenset(agreed.temporary),
        quality_indicators=len(case.quality),
    )
