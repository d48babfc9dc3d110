"""The index keeps up with the database, and is never in the way."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from gevinst.engines.retrieval.asking import Asked
from gevinst.features.catalogue.indexing import place
from gevinst.features.catalogue.indexing.following import Why, ready
from gevinst.features.catalogue.indexing.readers import findable
from gevinst.features.catalogue.tests.factories import ProcessFactory
from gevinst.features.catalogue.tests.search.index import in_own_folder, indexed
from gevinst.shared.actor import SYSTEM

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _index(settings: Any, tmp_path: Path) -> Iterator[None]:
    yield from in_own_folder(settings, tmp_path)


def keys(text: str) -> list[str]:
    found = place.current().search(Asked(text, findable(SYSTEM)))
    return [hit.key for hit in found.hits]


def test_a_new_process_is_found() -> None:
    one = ProcessFactory(public=True, title="Gadelys")
    assert ready().why is Why.OWN
    indexed()
    assert keys("gadelys") == [f"{one.pk}:2"]
    assert ready().why is None
