"""The migration of the register can be taken back, and an old baseline comes through it unchanged."""

from __future__ import annotations

from importlib import import_module

import pytest
from django.db import connection

from gevinst.features.benefits.tests.factories import BaselineFactory

MIGRATION = import_module("gevinst.features.benefits.migrations.0002_register").Migration


@pytest.mark.parametrize("operation", MIGRATION.operations, ids=lambda one: one.describe())
def test_each_operation_can_be_taken_back(operation: object) -> None:
    assert operation.reversible  # type: ignore[attr-defined]


@pytest.mark.django_db
def test_a_baseline_without_the_new_facts_reads_as_before() -> None:
    """As a row from before has it: no grade of its own, and nothing said of a sample."""
    made = BaselineFactory(estimated=True)
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT grade, n, minutes_before, minutes_after, measured_on FROM benefits_baseline"
        )
        assert cursor.fetchall() == [("", None, None, None, None)]
    assert (made.known, made.is_measured) == ("D", False)
