"""A case to begin from: small, complete, with a word on what belongs where."""

from __future__ import annotations

from importlib.resources import files


def template() -> str:
    """The text of a small case that can be worked out as it stands."""
    return (files("gevinst.engines.businesscase.casefile") / "template.yaml").read_text("utf-8")
