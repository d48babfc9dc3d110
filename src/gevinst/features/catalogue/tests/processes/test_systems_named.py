"""Systems and technologies are found by name, whatever the case and the spaces."""

from __future__ import annotations

import pytest

from gevinst.features.catalogue.actions.systems import system_named, technology_named
from gevinst.features.catalogue.models import ItSystem, Technology
from gevinst.shared.errors import DomainError

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("typed", ["KMD Opus", "kmd opus", "  KMD   OPUS "])
def test_a_system_is_made_once(typed: str) -> None:
    first = system_named("KMD Opus")
    assert system_named(typed) == first
    assert first.label == "KMD Opus"
    assert ItSystem.objects.count() == 1


def test_a_vendor_is_written_where_none_was_known() -> None:
    assert system_named("SBSYS").vendor == ""
    assert system_named("sbsys", "Leverandøren").vendor == "Leverandøren"
    assert system_named("SBSYS", "En anden").vendor == "Leverandøren"


def test_a_technology_is_made_once() -> None:
    assert technology_named("Python") == technology_named("PYTHON")
    assert Technology.objects.count() == 1


@pytest.mark.parametrize("label", ["", "  ", "\0", "x" * 121, "ß" * 61])
def test_a_name_that_cannot_be_is_refused(label: str) -> None:
    for named in (system_named, technology_named):
        with pytest.raises(DomainError) as fault:
            named(label)
        assert fault.value.code == "invalid"
