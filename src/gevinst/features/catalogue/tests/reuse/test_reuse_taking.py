"""What a copy takes: never what belongs to the source's own house."""

from __future__ import annotations

import pytest

from gevinst.features.catalogue.fields import CHANGEABLE, GROUPS, INTERNAL, NOT_COPIED
from gevinst.features.catalogue.models import Adoption
from gevinst.features.catalogue.queries.reuse.taking import NAMED, PARTS, taken, takes


@pytest.mark.parametrize("extent", Adoption.Extent.values)
def test_nothing_internal_leaves_its_authority(extent: str) -> None:
    assert taken(extent, PARTS) & (NOT_COPIED | INTERNAL) == set()
    assert set(NAMED) <= taken(extent)


def test_the_whole_is_all_that_may_be_copied() -> None:
    rest = CHANGEABLE - taken(Adoption.Extent.WHOLE) - NOT_COPIED
    assert rest == set()


@pytest.mark.parametrize("part", [part for part in PARTS if part in GROUPS])
def test_a_part_brings_its_fields_and_no_other_group(part: str) -> None:
    alone, none = taken(Adoption.Extent.PARTS, [part]), taken(Adoption.Extent.PARTS)
    assert alone - none == set(GROUPS[part]) - NOT_COPIED


def test_an_idea_brings_no_solution_of_others_systems() -> None:
    idea = taken(Adoption.Extent.IDEA, PARTS)
    assert "challenge" in idea
    assert idea & {"systems_used", "technologies", "occurrences", "automation"} == set()


@pytest.mark.parametrize(
    ("extent", "parts", "expected"),
    [
        ("whole", (), True),
        ("parts", ("law",), True),
        ("parts", ("effort",), False),
        ("idea", ("law",), False),
    ],
)
def test_clauses_come_with_the_whole_or_when_chosen(
    extent: str, parts: tuple[str, ...], expected: bool
) -> None:
    assert takes("law", extent, parts) is expected
