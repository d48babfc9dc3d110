"""One real installation for the journeys: a small demo in a home of its own, served on loopback."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Playwright
from tests.e2e.installation import CHROMIUM, FLAGS, INVOICES, Site, answering, command, free_port


@pytest.fixture(scope="session")
def site() -> Iterator[Site]:
    home = Path(tempfile.mkdtemp(prefix="gevinst-e2e-"))
    environment = {
        **os.environ,
        "GEVINST_HOME": str(home),
        "GEVINST_GUEST_RATE": "100000/m",  # the walk through every page is no guest
        "GEVINST_GUEST_EXPORT_RATE": "100000/m",
    }
    for name in (
        "DATABASE_URL",
        "GEVINST_LANGUAGE",
        "DJANGO_SETTINGS_MODULE",
        "GEVINST_SEARCH_BY_ITSELF",
    ):
        environment.pop(name, None)
    made = subprocess.run(
        command(
            "demo", "--no-serve", "--processes", "0", "--invoices", str(INVOICES), "--mr", "20"
        ),
        env=environment,
        capture_output=True,
        text=True,
        timeout=300,
    )
    assert made.returncode == 0, made.stderr
    port = free_port()
    log = (home / "server.log").open("w")
    server = subprocess.Popen(
        command("demo", "--processes", "0", "--port", str(port)),
        env=environment,
        stdout=log,
        stderr=log,
    )
    try:
        answering(f"http://127.0.0.1:{port}/", server)
        yield Site(f"http://127.0.0.1:{port}", home, made.stdout, environment)
    finally:
        server.send_signal(signal.SIGINT)
        try:
            server.wait(30)
        except subprocess.TimeoutExpired:
            server.kill()
        subprocess.run(command("reset", "--yes"), env=environment, capture_output=True)
        shutil.rmtree(home, ignore_errors=True)


@pytest.fixture(scope="session")
def chromium(playwright: Playwright) -> Iterator[Browser]:
    if CHROMIUM is None:
        pytest.skip("NOT RUN: Chromium is not installed (make browser)")
    browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
    yield browser
    browser.close()


@pytest.fixture
def visitor(chromium: Browser, site: Site) -> Iterator[Page]:
    context = chromium.new_context(base_url=site.url, viewport={"width": 1280, "height": 900})
    yield context.new_page()
    context.close()
