"""A case whose years are over, and short ways to write what it came to."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from gevinst.features.benefits.actions import cases as writing
from gevinst.features.benefits.actions.following.realised import record_actual
from gevinst.features.benefits.models import BusinessCase
from gevinst.features.benefits.tests.case_people import SOUND, CasePeople
from gevinst.shared.errors import DomainError

D = Decimal
# The same case some years ago, so that years are over.
PAST = SOUND.replace("2026", "2022").replace("2027", "2023").replace("2029", "2025")


def recorded(case: BusinessCase, people: CasePeople, value: int = 50_000, **other: Any) -> Any:
    facts = {
        "line": "time",
        "year": 2023,
        "values": {"": D(value)},
        "source": "Regnskab",
        "by": people.writer,
    }
    return record_actual(case=case, **{**facts, **other})


def approved(case: BusinessCase, people: CasePeople) -> BusinessCase:
    row = BusinessCase.objects.get(pk=case.pk)
    writing.propose_case(case=row, by=people.writer)
    writing.approve_case(case=row, by=people.second, answer="")
    return BusinessCase.objects.get(pk=case.pk)


def refused(code: str, act: Any, *given: Any, **named: Any) -> DomainError:
    with pytest.raises(DomainError) as fault:
        act(*given, **named)
    assert fault.value.code == code
    return fault.value
