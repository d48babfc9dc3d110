"""Which language the terminal speaks: Danish, or what `GEVINST_LANGUAGE` says."""

from __future__ import annotations

import os

import click

from gevinst.engines.blockkit.contract import Text


def language() -> str:
    """`en` where English is asked for, `da` otherwise."""
    return "en" if os.environ.get("GEVINST_LANGUAGE", "da").lower().startswith("en") else "da"


def spoken(da: str, en: str) -> str:
    """The sentence in the language of the terminal."""
    return en if language() == "en" else da


def say(text: Text) -> None:
    """One line on standard output."""
    click.echo(text.in_language(language()))
