"""What a case came to: its actual amounts, the version they are held against, and the result."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from gevinst.engines.businesscase.calculus.deviations import Explained, explained
from gevinst.engines.businesscase.calculus.effects import effects
from gevinst.engines.businesscase.calculus.realised import Realised, realised
from gevinst.engines.businesscase.calculus.result import Result
from gevinst.features.benefits.models import BusinessCase, CaseActual, CaseBaseline, CaseVersion
from gevinst.features.benefits.queries.cases.results import evaluated
from gevinst.features.benefits.queries.cases import case_versions
from gevinst.features.benefits.queries.effects import ESTIMATED, Sums, sums, together
from gevinst.features.benefits.queries.effects import effects as effects_of_runs
from gevinst.features.benefits.queries.readiness import entries_of, ledger_of, pool_standing
from gevinst.features.benefits.readiness_models import PoolMove
from gevinst.shared.actor import Actor

ZERO = Decimal(0)
Known = dict[tuple[str, int], dict[str, CaseActual]]


@dataclass(frozen=True, slots=True)
class FollowedCase:
    """A case followed against a version (None: against the draft), and against the original where it differs.

    `known` is the newest actual by line and year, then by term ("" is DKK); `why` what the terms tell.
    """

    held_against: CaseVersion | None
    original: CaseVersion | None
    result: Result
    realised: Realised
    from_original: Realised | None
    known: Known
    why: tuple[Explained, ...]


def actuals_of(case: BusinessCase) -> Known:
    """The newest actual of each line, year and term."""
    found: Known = {}
    for one in CaseActual.objects.filter(case=case).order_by("pk"):
        found.setdefault((one.line, one.year), {})[one.term] = one
    return found


def actual_history(case: BusinessCase) -> list[CaseActual]:
    """Every actual ever written, newest first."""
    return list(CaseActual.objects.filter(case=case).order_by("-pk"))


def baselines_of(case: BusinessCase) -> list[CaseBaseline]:
    """Each change of what the case is held against, oldest first."""
    found = CaseBaseline.objects.filter(case=case).order_by("pk")
    return list(found.select_related("version", "original"))


def held_versions(case: BusinessCase) -> tuple[CaseVersion | None, CaseVersion | None]:
    """The version that the case is held against, and the original: the first one that was approved."""
    changed = baselines_of(case)
    if changed:
        return changed[-1].version, changed[0].original
    first = case_versions(case).filter(approved_at__isnull=False).order_by("number").first()
    return first, first


def followed_case(case: BusinessCase, on: date) -> FollowedCase | None:
    """The case against what came; None where the text that it is held against cannot be worked out."""
    now, original = held_versions(case)
    result = evaluated(now.text if now else case.text).result
    if result is None:
        return None
    known = actuals_of(case)
    amounts = _amounts(result, known)
    first = evaluated(original.text).result if original and original != now else None
    standing = pool_standing(case, on)
    pool = standing.ledger.moved("set-aside", on) or standing.pool.total
    drawn = drawn_by_line(case, on)
    return FollowedCase(
        held_against=now,
        original=original,
        result=result,
        realised=realised(result, amounts, pool=pool, drawn=drawn),
        from_original=realised(first, amounts, pool=pool, drawn=drawn) if first else None,
        known=known,
        why=tuple(_why(result, known)),
    )


def drawn_by_line(case: BusinessCase, on: date) -> dict[str, Decimal]:
    """What the pool has paid by cost line (DKK), of draws that name one."""
    found: dict[str, Decimal] = {}
    for one in entries_of(case):
        if one.kind == PoolMove.DRAW and one.line and one.day <= on:
            found[one.line] = found.get(one.line, ZERO) + one.amount
    return found


def drawn(case: BusinessCase, on: date) -> Decimal:
    """All that is drawn from the pool by the end of the day (DKK)."""
    return ledger_of(case).moved("draw", on)


def measurable(result: Result) -> list[str]:
    """The ids of the lines whose actual amounts tell something, in the order of the case."""
    return list(dict.fromkeys(name for each in effects(result) for name in each.measured_on))


def _amounts(result: Result, known: Known) -> dict[str, dict[int, Decimal]]:
    """DKK by line and year: as written, else the product of the terms that are."""
    found: dict[str, dict[int, Decimal]] = {}
    lines = {line.id: line for line in result.case.lines}
    for (name, year), terms in known.items():
        if name not in lines or year not in result.years:
            continue
        if "" in terms:
            found.setdefault(name, {})[year] = terms[""].value
            continue
        came = {term: one.value for term, one in terms.items()}
        told = explained(result.case, lines[name], year, came)
        if told is not None:
            found.setdefault(name, {})[year] = told.product
    return found


def _why(result: Result, known: Known) -> list[Explained]:
    lines = {line.id: line for line in result.case.lines}
    found = []
    for (name, year), terms in sorted(known.items()):
        if name in lines:
            came = {term: one.value for term, one in terms.items() if term}
            dkk = terms[""].value if "" in terms else None
            found.append(explained(result.case, lines[name], year, came, dkk))
    return [one for one in found if one is not None]


def freed_in(actor: Actor, process_id: int, year: int) -> tuple[Sums, bool]:
    """What the runs of a process freed in a calendar year, and whether any of it rests on an estimate."""
    first, last = date(year, 1, 1), date(year, 12, 31)
    parts = sums(effects_of_runs(actor, process=process_id, since=first, until=last))
    return together(parts.values()), bool(parts[ESTIMATED].runs)
