"""An authority with two process owners, and a change of its rules that is ready to be proposed."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from gevinst.features.control.models import RuleChange
    from gevinst.features.control.tests.people import People


@pytest.fixture
def people(db: None) -> People:
    """One authority and three of its people."""
    from gevinst.features.control.tests.people import staff

    return staff()


@pytest.fixture
def ready(people: People) -> Callable[[], RuleChange]:
    """Makes a draft that differs, with its impact report."""
    from gevinst.features.control.tests.people import ready_change

    return lambda: ready_change(people)
