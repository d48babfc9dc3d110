"""Legal clauses and co-editors written with a process: replaced as lists, told when they differ."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from gevinst.features.accounts.tests.factories import UserFactory
from gevinst.features.catalogue import actions
from gevinst.features.catalogue.actions.related import save_related
from gevinst.features.catalogue.models import LegalClause, Process
from gevinst.features.catalogue.tests.factories import ProcessFactory
from gevinst.shared.actor import SYSTEM
from gevinst.shared.errors import DomainError

pytestmark = pytest.mark.django_db
VERIFIED = date(2026, 1, 2)


@pytest.fixture
def process() -> Process:
    made: Process = ProcessFactory()
    LegalClause.objects.create(process=made, text="§ 1", verified_on=VERIFIED)
    return made


@pytest.mark.parametrize(
    ("wanted", "changed"),
    [
        ([{"text": "§ 1"}], {}),
        ([{"text": "§ 1"}, {"text": "§ 1"}], {}),
        (
            [{"text": "§ 2"}, {"text": "§ 1"}],
            {"legal_clauses": (["§ 1 · 2026-01-02"], ["§ 1 · 2026-01-02", "§ 2"])},
        ),
        ([{"text": "§ 2"}, {"text": "§ 2"}], {"legal_clauses": (["§ 1 · 2026-01-02"], ["§ 2"])}),
        ([], {"legal_clauses": (["§ 1 · 2026-01-02"], [])}),
    ],
)
def test_what_differs_is_told(process: Process, wanted: list[Any], changed: Any) -> None:
    assert save_related(process, {"legal_clauses": wanted}, SYSTEM) == changed
    kept = [one.text for one in process.legal_clauses.order_by("text")]
    assert kept == sorted({one["text"] for one in wanted})


@pytest.mark.parametrize(
    ("stated", "kept"),
    [
        ({}, VERIFIED),
        ({"verified_on": date(2026, 3, 4)}, date(2026, 3, 4)),
        ({"verified_on": None}, None),
    ],
)
def test_the_day_of_verifying_stays_unless_another_is_stated(
    process: Process, stated: dict[str, Any], kept: date | None
) -> None:
    save_related(process, {"legal_clauses": [{"text": "§ 1", **stated}]}, SYSTEM)
    assert process.legal_clauses.get().verified_on == kept


@pytest.mark.parametrize(
    "clause",
    [{"text": ""}, {"text": "x" * 256}, {"text": "§ 2", "url": "ikke en adresse"}],
)
def test_a_clause_that_does_not_fit_is_refused_and_nothing_is_written(
    process: Process, clause: dict[str, Any]
) -> None:
    with pytest.raises(DomainError) as fault:
        actions.update(process_id=process.pk, by=SYSTEM, title="Ny", legal_clauses=[clause])
    assert (fault.value.code, fault.value.facts["fields"]) == ("invalid", ["legal_clauses"])
    assert [one.text for one in process.legal_clauses.all()] == ["§ 1"]
    assert Process.objects.get().title == process.title


def test_the_same_co_editors_in_another_order_are_no_change(process: Process) -> None:
    ids = [UserFactory().pk for _ in range(2)]
    assert save_related(process, {"co_editors": ids}, SYSTEM) == {"co_editors": ([], ids)}
    assert save_related(process, {"co_editors": [*ids[::-1], ids[0]]}, SYSTEM) == {}
