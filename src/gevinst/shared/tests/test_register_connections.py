"""Only what is meant for registers is handed on of the environment."""

import pytest

from gevinst.shared.register_connections import register_connections


def test_the_addresses_of_registers_are_handed_on_and_nothing_else(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("REGISTER_DSN_X", "postgresql://host/x")
    monkeypatch.setenv("NOT_REGISTER_DSN_X", "secret")
    monkeypatch.setenv("GEVINST_SECRET_KEY", "secret")
    found = register_connections()
    assert found["REGISTER_DSN_X"] == "postgresql://host/x"
    assert "secret" not in found.values()
