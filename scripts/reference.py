"""Writes `docs/reference/` from the code, or checks that it is current.

`python scripts/reference.py write` writes every page; `check` ends with 1 and names each page that
differs. Needs no database and no network. Each page has a module in `scripts/pages/` with a function
`page()` that gives its text.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable, Mapping
from importlib import import_module
from pathlib import Path

FOLDER = Path(__file__).resolve().parent.parent / "docs/reference"
NOTICE = "<!-- Written by `make docs`: change the code, not this page. -->\n\n"
PAGES: Mapping[str, str] = {
    "api.md": "pages.api",
    "benefit-specification.md": "pages.benefit_specification",
    "benefit-states.md": "pages.benefit_states",
    "case-checks.md": "pages.case_checks",
    "case-file.md": "pages.case_file",
    "cli.md": "pages.cli",
    "data-model.md": "pages.data_model",
    "format-rules.md": "pages.format_rules",
    "formulas.md": "pages.formulas",
    "mutations.md": "pages.mutations",
    "parameters.md": "pages.parameters",
    "published-figures.md": "pages.published_figures",
    "refusals.md": "pages.refusals",
    "roles.md": "pages.roles",
    "rules.md": "pages.rules",
    "settings.md": "pages.settings",
    "work-item-states.md": "pages.states",
}


def prepare(folder: str) -> None:
    """Sets Django up, in English, with nothing of this machine in it; no database is touched."""
    os.environ.update(
        DATABASE_URL="postgresql://127.0.0.1/none",
        GEVINST_HOME=folder,
        GEVINST_SECRET_KEY="only to read the code",
        DJANGO_SETTINGS_MODULE="gevinst.config.settings",
    )
    import_module("django").setup()
    import_module("django.utils.translation").activate("en")


def texts() -> dict[str, str]:
    """File name -> text, of every page."""
    return {name: _noticed(_page(module)()) for name, module in PAGES.items()}


def _noticed(text: str) -> str:
    """With the notice on top, where the page does not say itself how it is written."""
    return ("" if "make docs" in text else NOTICE) + text.rstrip() + "\n"


def _page(module: str) -> Callable[[], str]:
    page: Callable[[], str] = import_module(module).page
    return page


def write(wanted: Mapping[str, str]) -> int:
    """Every page on disk; the exit code."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, text in wanted.items():
        (FOLDER / name).write_text(text, encoding="utf-8")
    return 0


def check(wanted: Mapping[str, str]) -> int:
    """1 when a page differs, is absent, or is not one of ours."""
    held = {path.name: path.read_text(encoding="utf-8") for path in FOLDER.glob("*.md")}
    stale = sorted(name for name in {*held, *wanted} if held.get(name) != wanted.get(name))
    for name in stale:
        sys.stderr.write(
            f"docs/reference/{name} is stale: run `python scripts/reference.py write`\n"
        )
    return 1 if stale else 0


def main(arguments: list[str]) -> int:
    """The exit code of `write` or `check`; 2 for anything else."""
    verbs = {"write": write, "check": check}
    if len(arguments) != 1 or arguments[0] not in verbs:
        sys.stderr.write("usage: python scripts/reference.py write|check\n")
        return 2
    with tempfile.TemporaryDirectory() as folder:
        prepare(folder)
        return verbs[arguments[0]](texts())


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
