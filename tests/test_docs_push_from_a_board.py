"""The scripts of the page on boards do what it says, run against a server on loopback."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from gevinst.client import ChangedMeanwhile, Gevinst
from gevinst.features.accounts.tests.factories import AuthorityFactory, TokenFactory
from gevinst.features.catalogue.models import Process
from gevinst.features.catalogue.tests.factories import ProcessFactory

pytestmark = pytest.mark.django_db(transaction=True)
PAGE = Path(__file__).parent.parent / "docs/how-to/push-from-a-board.md"


def fenced(kind: str) -> list[str]:
    return re.findall(rf"```{kind}\n(.*?)```", PAGE.read_text("utf-8"), re.DOTALL)


def run(folder: Path, site: str, token: str) -> subprocess.CompletedProcess[str]:
    (folder / "board.csv").write_text(fenced("csv")[0], "utf-8")
    (folder / "push_board.py").write_text(fenced("python")[0], "utf-8")
    return subprocess.run(
        [sys.executable, "push_board.py", "board.csv"],
        cwd=folder,
        env={**os.environ, "SITE": site, "TOKEN": token},
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_script_keeps_the_catalogue_up_with_the_board(tmp_path: Path, live_server: Any) -> None:
    token = TokenFactory(role="contributor", authority=AuthorityFactory()).secret
    first, second = (run(tmp_path, live_server.url, token) for _ in range(2))
    assert (first.returncode, second.returncode) == (0, 0), first.stderr
    assert [line.split()[1] for line in first.stdout.splitlines()] == ["new"] * 3
    assert [line.split()[1] for line in second.stdout.splitlines()] == ["kept"] * 3
    assert list(Process.objects.order_by("pk").values_list("phase", flat=True)) == [
        "operation",
        "development",
        "idea",
    ]


def test_the_script_tells_what_was_refused(tmp_path: Path, live_server: Any) -> None:
    token = TokenFactory(role="reader", authority=AuthorityFactory()).secret
    refused = run(tmp_path, live_server.url, token)
    assert refused.returncode == 1
    assert refused.stdout.count("not-allowed") == 3


def test_the_other_pieces_run_too(live_server: Any) -> None:
    _, update, follow = fenced("python")
    held = ProcessFactory()
    token = TokenFactory(role="contributor", authority=held.authority).secret
    with Gevinst(live_server.url, token) as gevinst:
        names: dict[str, Any] = {"gevinst": gevinst, "cursor": ""}
        exec(update.replace("17", str(held.pk)), names)
        with pytest.raises(ChangedMeanwhile):
            gevinst.update(names["process"], summary="Igen")
        exec(follow, names)
        assert re.fullmatch(r"\d+\.\d+|", names["cursor"])
