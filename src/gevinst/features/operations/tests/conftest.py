"""The tiny block stands in the place of every installed one, unless a test asks for `real_block`."""

from __future__ import annotations

import pytest

from gevinst.features.operations.tests.tiny_block import tiny


@pytest.fixture(autouse=True)
def _tiny(monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> None:
    if "real_block" not in request.fixturenames:
        monkeypatch.setattr("gevinst.features.operations.blocks.block", tiny)


@pytest.fixture
def real_block() -> None:
    """Asked for, the installed blocks stand and the tiny one does not."""
