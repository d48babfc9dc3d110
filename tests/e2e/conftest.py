"""One real installation for the journeys: a small demo in a home of its own, served on loopback."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Playwright

CHROMIUM = shutil.which("chromium")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]
INVOICES = 150


@dataclass(frozen=True)
class Site:
    """A running demo: where it answers, its home, and what the demo command printed."""

    url: str
    home: Path
    printed: str
    environment: dict[str, str]


def command(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "gevinst.cli", *arguments]


@pytest.fixture(scope="session")
def site() -> Iterator[Site]:
    home = Path(tempfile.mkdtemp(prefix="gevinst-e2e-"))
    environment = {**os.environ, "GEVINST_HOME": str(home)}
    for name in ("DATABASE_URL", "GEVINST_LANGUAGE", "DJANGO_SETTINGS_MODULE"):
        environment.pop(name, None)
    made = subprocess.run(
        command("demo", "--no-serve", "--invoices", str(INVOICES), "--mr", "20"),
        env=environment,
        capture_output=True,
        text=True,
        timeout=300,
    )
    assert made.returncode == 0, made.stderr
    port = free_port()
    log = (home / "server.log").open("w")
    server = subprocess.Popen(
        command("demo", "--port", str(port)), env=environment, stdout=log, stderr=log
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


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def answering(url: str, server: subprocess.Popen[bytes], seconds: float = 60) -> None:
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        assert server.poll() is None, "the server ended"
        try:
            urllib.request.urlopen(url, timeout=5).read()
        except OSError:
            time.sleep(0.2)
        else:
            return
    raise AssertionError(f"{url} did not answer within {seconds} s")


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


def sign_in(page: Page, name: str) -> None:
    """Signs in as one of the demo's people, by the button on the sign-in page."""
    page.goto("/konto/login/")
    page.get_by_role("button", name=name, exact=False).first.click()
    page.wait_for_load_state()
