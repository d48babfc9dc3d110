"""Every test run has a home and a database of its own; `DATABASE_URL` set: a test database there."""

from __future__ import annotations

import os
import shutil
import tempfile
from typing import Any

import hypothesis

HERE = "PYTEST_XDIST_WORKER" not in os.environ
if HERE:
    os.environ["GEVINST_HOME"] = tempfile.mkdtemp(prefix="gevinst-test-")
# Here and not in pyproject.toml: from there the settings would be read before the home is set.
os.environ["DJANGO_SETTINGS_MODULE"] = "gevinst.config.settings"
os.environ["GEVINST_SEARCH_BY_ITSELF"] = (
    "0"  # a process of its own would not see the test's database
)
# No test is timed: a slow machine is no fault.
hypothesis.settings.register_profile("untimed", deadline=None)
hypothesis.settings.load_profile("untimed")
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")  # Playwright's loop runs beside the ORM


def pytest_configure() -> None:
    """Read the settings, so that pytest-django finds Django configured."""
    from django.conf import settings

    assert settings.DATABASES


def pytest_unconfigure() -> None:
    """Stop the run's own server, and leave nothing behind."""
    if not HERE:
        return
    from django.db import connections

    from gevinst.shared import postgres

    connections.close_all()
    if postgres.embedded_url.cache_info().currsize:
        postgres.stop()
    shutil.rmtree(os.environ["GEVINST_HOME"], ignore_errors=True)


def pytest_terminal_summary(terminalreporter: Any) -> None:
    """Say loudly which tests were not run for want of a browser or of the shared material."""
    reasons = {
        str(report.longrepr[2])
        for report in terminalreporter.stats.get("skipped", [])
        if isinstance(report.longrepr, tuple) and "NOT " in str(report.longrepr[2])
    }
    for reason in sorted(reasons):
        terminalreporter.write_sep("!", reason.removeprefix("Skipped: "), red=True, bold=True)
