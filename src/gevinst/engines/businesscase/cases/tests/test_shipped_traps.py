"""The traps of the catalogue: each is found in the shipped case that it was found in first."""

from __future__ import annotations

from decimal import Decimal

import pytest

from gevinst.engines.businesscase.calculus.evaluate import evaluate
from gevinst.engines.businesscase.cases import load
from gevinst.engines.businesscase.cases.tests.material import proof
from gevinst.engines.businesscase.checks import findings

# trap | case | reading | code
TRAPS = [
    (1, "c01_vejle_skaermbesoeg", "citizens_41", "cumulative-as-annual"),
    (2, "c06_rksk_rpa", "", "different-windows"),
    (3, "c06_rksk_rpa", "", "unstated-count"),
    (4, "c08_koebenhavn_iga", "residual", "residual-charged"),
    (5, "c07_helsingoer_planlaegning", "", "percent-or-points"),
    (6, "c08_koebenhavn_iga", "", "year-or-to-date"),
    (7, "c09_aktindsigt_ai", "municipal", "funding-makes-positive"),
    (8, "c10_koebenhavn_dokumentgenkendelse", "", "transposed-digits"),
    (9, "c03_aalborg_tim", "", "hours-cannot-carry"),
    (10, "c04_kerteminde_traeningsapp", "", "value-not-stated"),
    (11, "c08_koebenhavn_iga", "", "share-reused"),
    (12, "c06_rksk_rpa", "", "internal-time-left-out"),
    (12, "c10_koebenhavn_dokumentgenkendelse", "", "internal-time-left-out"),
    (13, "c05_syddjurs_sensorer", "", "scaled-pilot"),
]


def found(name: str, reading: str) -> dict[str, object]:
    """The codes found in a case under a reading, each with its trap."""
    computed = {
        each.figure.id: each.computed if isinstance(each.computed, Decimal) else None
        for each in proof(name).figures
    }
    notes = findings(evaluate(load(name), reading), computed)
    return {note.code: note.facts["trap"] for note in notes}


@pytest.mark.parametrize(("trap", "name", "reading", "code"), TRAPS)
def test_a_trap_is_found_where_it_lies(trap: int, name: str, reading: str, code: str) -> None:
    assert found(name, reading).get(code) == trap


@pytest.mark.parametrize(
    ("name", "reading", "code"),
    [
        ("c08_koebenhavn_iga", "", "residual-charged"),
        ("c09_aktindsigt_ai", "", "funding-makes-positive"),
        ("c01_vejle_skaermbesoeg", "", "transposed-digits"),
        ("c06_rksk_rpa", "", "share-reused"),
    ],
)
def test_a_trap_is_not_found_where_it_does_not_lie(name: str, reading: str, code: str) -> None:
    assert code not in found(name, reading)


@pytest.mark.parametrize(
    "name", ["c02_koebenhavn_kip_vend", "c05_syddjurs_sensorer", "c08_koebenhavn_iga"]
)
def test_no_effect_is_counted_twice(name: str) -> None:
    for reading in ("", *load(name).readings):
        assert "effect-counted-twice" not in found(name, reading)
