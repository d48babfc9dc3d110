"""What the page of a business case is told, and the page as a file."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from gevinst.shared.typesetting import set_pages, set_pdf

TEMPLATE = Path(__file__).with_name("case.typ")


def pdf(data: Mapping[str, Any], pictures: Sequence[str], at: datetime) -> bytes:
    """The case as PDF with its drawings (SVG). Raises `typst.TypstError` where it cannot be set."""
    return set_pdf(TEMPLATE, _told(data, pictures), at)


def pages(data: Mapping[str, Any], pictures: Sequence[str], at: datetime) -> list[bytes]:
    """The pages as PNG. Raises as `pdf`."""
    return set_pages(TEMPLATE, _told(data, pictures), at)


def _told(data: Mapping[str, Any], pictures: Sequence[str]) -> dict[str, str]:
    return {
        "data": json.dumps(data, ensure_ascii=False),
        "pictures": json.dumps(list(pictures)),
    }
