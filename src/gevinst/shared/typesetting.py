"""Typesets a page as a tagged PDF: PDF/UA-1, so a picture without words for it is a fault, not a flaw."""

from __future__ import annotations

import warnings
from collections.abc import Mapping
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

STANDARD = "ua-1"


def set_pdf(template: Path, told: Mapping[str, str], at: datetime) -> bytes:
    """The Typst template as PDF with what it is told; the same at the same time gives the same bytes.

    Raises `typst.TypstError` where it cannot be set.
    """
    return bytes(_compiled(template, told, at, format="pdf", pdf_standards=STANDARD))


def set_pages(
    template: Path, told: Mapping[str, str], at: datetime, ppi: float = 90
) -> list[bytes]:
    """Its pages as PNG, to be looked at. Raises as `set_pdf`."""
    made = _compiled(template, told, at, format="png", ppi=ppi)
    return made if isinstance(made, list) else [made]


@cache
def _fonts() -> Any:
    """Searched for once: IBM Plex Sans where it is installed, else what is, else Typst's own."""
    import typst

    return typst.Fonts()


def _compiled(template: Path, told: Mapping[str, str], at: datetime, **how: Any) -> Any:
    # Typst takes half a second to load: only a file pays.
    import typst

    compiler = typst.Compiler(template, font_paths=_fonts(), sys_inputs=dict(told))
    with warnings.catch_warnings():
        # A font that is not installed is passed over for the next in the list.
        warnings.simplefilter("ignore")
        return compiler.compile(timestamp=int(at.timestamp()), **how)
