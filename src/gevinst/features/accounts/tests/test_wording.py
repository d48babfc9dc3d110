"""Every action that any room writes in the audit trail has words."""

from __future__ import annotations

import ast
from pathlib import Path

from gevinst.features.accounts.web.wording import ACTIONS, action_label

FEATURES = Path(__file__).resolve().parents[2]


def written() -> set[str]:
    """The codes that stand in calls of `audited(…)`."""
    found = set()
    for path in FEATURES.rglob("*.py"):
        if "tests" in path.parts:
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "audited":
                code = node.args[0]
                found |= {code.value} if isinstance(code, ast.Constant) else set()
    return found


def test_every_action_has_words() -> None:
    assert written() - set(ACTIONS) == set()
    assert len(written()) > 15


def test_an_action_without_words_shows_its_code() -> None:
    assert action_label("something.else") == "something.else"
