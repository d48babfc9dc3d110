"""What the journeys know of the installation they run on, and how to sign in to it."""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Page

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


def sign_in(page: Page, name: str) -> None:
    """Signs in as one of the demo's people, by the button on the sign-in page."""
    page.goto("/konto/login/")
    page.get_by_role("button", name=name, exact=False).first.click()
    page.wait_for_load_state()
