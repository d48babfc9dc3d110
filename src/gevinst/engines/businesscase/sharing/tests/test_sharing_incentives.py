"""The incentive checks: each says one thing, and is silent where all is well."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from gevinst.engines.businesscase.notes import Note
from gevinst.engines.businesscase.sharing import (
    Commitment,
    Line,
    Shares,
    Terms,
    by_party,
    incentive_notes,
)

OWN = Shares.constant({"department": 1})
FUND = Shares.constant({"fund": 1})
BUILD = Line("build", "cost", (Decimal(100), Decimal(0), Decimal(0)), FUND, "development")
RUN = Line("run", "cost", (Decimal(0), Decimal(10), Decimal(10)), OWN)
SAVE = Line("save", "benefit", (Decimal(0), Decimal(60), Decimal(60)), OWN)
WELL = Terms(
    operating=frozenset({"department"}),
    operation_from=2026,
    commitments=(
        Commitment("fund", "development", (Decimal(100),)),
        Commitment("department", "operation", (Decimal(0), Decimal(10), Decimal(10))),
    ),
    agreed_payers=frozenset({"department"}),
    temporary=frozenset({"fund"}),
    quality_indicators=1,
)


def notes(lines: list[Line], terms: Terms) -> list[Note]:
    return list(incentive_notes(by_party(lines, first_year=2025), lines, terms))


def test_a_sharing_that_is_well_made_has_no_notes() -> None:
    assert notes([BUILD, RUN, SAVE], WELL) == []


@pytest.mark.parametrize(
    ("lines", "terms", "code", "severity"),
    [
        (
            [BUILD, RUN, replace(SAVE, amounts=(Decimal(0), Decimal(5), Decimal(60)))],
            WELL,
            "operating-party-loses",
            "warning",
        ),
        (
            [BUILD, RUN, SAVE],
            replace(WELL, commitments=WELL.commitments[:1]),
            "operation-unfunded",
            "error",
        ),
        (
            [BUILD, RUN, SAVE],
            replace(WELL, agreed_payers=frozenset()),
            "no-agreement-after-go-live",
            "warning",
        ),
        (
            [BUILD, replace(RUN, sharing=FUND), SAVE],
            replace(WELL, agreed_payers=frozenset({"fund"})),
            "no-exit-date",
            "warning",
        ),
        (
            [BUILD, RUN, SAVE],
            replace(WELL, quality_indicators=0),
            "savings-hide-quality",
            "warning",
        ),
    ],
)
def test_one_thing_amiss_is_one_note(
    lines: list[Line], terms: Terms, code: str, severity: str
) -> None:
    found = notes(lines, terms)
    assert [note.code for note in found] == [code]
    assert found[0].facts["severity"] == severity


def test_a_loss_names_its_years_and_amounts() -> None:
    found = notes([BUILD, RUN, replace(SAVE, amounts=(Decimal(0), Decimal(5), Decimal(60)))], WELL)[
        0
    ]
    assert found.facts["net"] == {2026: Decimal(-5)}
    assert "2026" in found.message


def test_a_loss_before_operation_is_an_investment() -> None:
    lines = [replace(BUILD, sharing=OWN), RUN, SAVE]
    assert notes(lines, WELL) == []


def test_running_costs_that_are_paid_in_part_name_what_is_missing() -> None:
    half = Commitment("department", "operation", (Decimal(0), Decimal(4)))
    found = notes([BUILD, RUN, SAVE], replace(WELL, commitments=(WELL.commitments[0], half)))
    assert found[0].facts["missing"] == {2026: Decimal(6), 2027: Decimal(10)}


def test_a_case_that_is_not_funded_at_all_is_not_a_funding_of_building_alone() -> None:
    assert notes([BUILD, RUN, SAVE], replace(WELL, commitments=())) == []


def test_a_case_without_running_costs_needs_no_payer() -> None:
    bare = replace(WELL, commitments=WELL.commitments[:1], agreed_payers=frozenset())
    assert notes([BUILD, SAVE], bare) == []


def test_a_temporary_party_that_takes_no_part_is_silent() -> None:
    assert notes([RUN, SAVE], replace(WELL, temporary=frozenset({"region"}))) == []


def test_a_case_without_benefits_hides_nothing() -> None:
    terms = replace(WELL, operating=frozenset(), quality_indicators=0)
    assert notes([BUILD, RUN], terms) == []


def test_operation_before_the_horizon_counts_from_its_first_year() -> None:
    found = notes([RUN, SAVE], replace(WELL, operation_from=2020, agreed_payers=frozenset()))
    assert [note.code for note in found] == ["no-agreement-after-go-live"]


def test_an_operating_party_that_takes_no_part_is_refused() -> None:
    with pytest.raises(ValueError, match="region"):
        notes([RUN, SAVE], replace(WELL, operating=frozenset({"region"})))
