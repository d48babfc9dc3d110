"""Typesets a case as a tagged PDF: PDF/UA-1, so a picture without words for it is a fault, not a flaw."""

from __future__ import annotations

import json
import warnings
from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

TEMPLATE = Path(__file__).with_name("case.typ")
STANDARD = "ua-1"


def pdf(data: Mapping[str, Any], pictures: Sequence[str], at: datetime) -> bytes:
    """The case as PDF with its drawings (SVG); the same data at the same time give the same bytes.

    Raises `typst.TypstError` where it cannot be set.
    """
    return bytes(_compiled(data, pictures, at, format="pdf", pdf_standards=STANDARD))


def pages(
    data: Mapping[str, Any], pictures: Sequence[str], at: datetime, ppi: float = 90
) -> list[bytes]:
    """The pages as PNG, to be looked at."""
    made = _compiled(data, pictures, at, format="png", ppi=ppi)
    return made if isinstance(made, list) else [made]


@cache
def _fonts() -> Any:
    """Searched for once: IBM Plex Sans where it is installed, else what is, else Typst's own."""
    import typst

    return typst.Fonts()


def _compiled(data: Mapping[str, Any], pictures: Sequence[str], at: datetime, **how: Any) -> Any:
    import typst

    told = {"data": json.dumps(data, ensure_ascii=False), "pictures": json.dumps(list(pictures))}
    compiler = typst.Compiler(TEMPLATE, font_paths=_fonts(), sys_inputs=told)
    with warnings.catch_warnings():
        # A font that is not installed is passed over for the next in the list.
        warnings.simplefilter("ignore")
        return compiler.compile(timestamp=int(at.timestamp()), **how)
