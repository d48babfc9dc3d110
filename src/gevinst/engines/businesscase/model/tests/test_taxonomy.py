"""The estimation diagram: what is allowed, which phase a line is in, what a case has not looked at."""

from __future__ import annotations

import re
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gevinst.engines.businesscase.model.diagram import DIAGRAM, OPTIONAL, categories
from gevinst.engines.businesscase.model.left_out import completeness
from gevinst.engines.businesscase.model.phases import Phase, phase
from gevinst.engines.businesscase.model.taxonomy import Place, is_internal, offered, place

EVERY = [f"{category}.{level3}" for category in categories() for level3 in offered(category)]


def test_the_diagram_has_the_categories_of_the_figure() -> None:
    assert {area: tuple(held) for area, held in DIAGRAM.items()} == {
        "project": ("resources", "acquisition", "integrations"),
        "operation": ("system", "maintenance", "licences"),
        "benefit": ("budget", "socioeconomic", "quality"),
        "risk": ("quantification",),
    }


@pytest.mark.parametrize("code", EVERY)
def test_what_is_offered_is_known(code: str) -> None:
    assert place(code).known
    assert place(code).code == code


@pytest.mark.parametrize("code", OPTIONAL)
def test_an_optional_code_is_offered_somewhere_that_exists(code: str) -> None:
    assert set(OPTIONAL[code]) <= set(categories())


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("project.acquisition", Place("project", "acquisition", "", known=True)),
        ("project.acquisition.drones", Place("project", "acquisition", "drones", known=False)),
        ("benefit.quality.færre-fejl", Place("benefit", "quality", "færre-fejl", known=False)),
        ("operation.system.training", Place("operation", "system", "training", known=False)),
    ],
)
def test_level_3_is_free(code: str, expected: Place) -> None:
    assert place(code) == expected
    assert place(expected.code) == expected


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("budget.time", "'budget' is not in the diagram; write one of project, operation, benefit"),
        ("project.budget.x", "write one of resources, acquisition, integrations"),
        ("project", "has 1 parts; write level1.level2"),
        ("", "has 1 parts"),
        ("project.resources.internal.legal", "has 4 parts"),
        ("project.resources.Internal Legal", "for example internal, external, training"),
        ("project.resources.", "'' is not a code"),
        ("benefit.budget.a--b", "a name of your own"),
        ("nowhere.here.A", "a name of your own"),
    ],
)
def test_what_is_not_in_the_diagram_is_refused_with_what_is(code: str, said: str) -> None:
    with pytest.raises(ValueError, match=re.escape(said)) as refused:
        place(code)
    assert repr(code) in str(refused.value)


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("project.resources.internal", Phase.IMPLEMENTATION),
        ("project.acquisition.hardware", Phase.INVESTMENT),
        ("project.acquisition.lease", Phase.OPERATION),
        ("project.integrations.data-work", Phase.IMPLEMENTATION),
        ("project.integrations", Phase.INVESTMENT),
        ("operation.maintenance.training", Phase.OPERATION),
        ("operation.licences.running", Phase.OPERATION),
        ("benefit.budget.time", None),
        ("risk.quantification.effect", None),
    ],
)
def test_the_phase_of_a_line(code: str, expected: Phase | None) -> None:
    assert phase(code) is expected


@pytest.mark.parametrize("code", [c for c in EVERY if c.startswith(("project", "operation"))])
def test_every_expenditure_has_a_phase(code: str) -> None:
    assert phase(code) is not None


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("project.resources.internal", True),
        ("project.resources.internal-legal", True),
        ("project.resources.internalised", False),
        ("project.resources.external", False),
        ("project.resources", False),
    ],
)
def test_own_time_is_recognised(code: str, expected: bool) -> None:
    assert is_internal(code) is expected


FULL = (*categories(), "project.resources.internal", "project.resources.training")


@pytest.mark.parametrize(
    ("codes", "expected"),
    [
        (FULL, []),
        (
            [code for code in FULL if not code.startswith("risk")],
            [("area-left-out", "risk")],
        ),
        (
            [code for code in FULL if code != "operation.licences"],
            [("category-left-out", "operation.licences")],
        ),
        ([code for code in FULL if code != "benefit.quality"], []),
        (
            [code for code in FULL if code != "project.resources.internal"],
            [("internal-time-left-out", "project.resources.internal")],
        ),
        (
            [code for code in FULL if code != "project.resources.training"],
            [("training-left-out", None)],
        ),
    ],
)
def test_what_a_case_has_not_looked_at(codes: list[str], expected: list[object]) -> None:
    found = [
        (n.code, n.facts.get("area") or n.facts.get("category") or n.facts.get("code"))
        for n in completeness(codes)
    ]
    assert found == expected


def test_the_hours_of_an_integration_are_not_the_hours_of_the_project() -> None:
    codes = [*categories(), "project.integrations.internal", "operation.system.internal"]
    assert "internal-time-left-out" in [note.code for note in completeness(codes)]


def test_nothing_at_all_lacks_every_area_and_both_kinds_of_work() -> None:
    assert [note.code for note in completeness(())] == [
        *["area-left-out"] * 4,
        "internal-time-left-out",
        "training-left-out",
    ]


@given(st.lists(st.sampled_from(EVERY)), st.randoms(use_true_random=False))
def test_neither_order_nor_repetition_of_the_lines_matters(codes: list[str], dice: Random) -> None:
    shuffled = [*codes, *codes]
    dice.shuffle(shuffled)
    assert completeness(shuffled) == completeness(codes)
