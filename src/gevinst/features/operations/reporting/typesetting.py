"""What the page of the month report is told, and the page as a file."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from gevinst.shared.typesetting import set_pages, set_pdf

TEMPLATE = Path(__file__).with_name("month.typ")


def pdf(data: Mapping[str, Any], chart: str, at: datetime) -> bytes:
    """The report as PDF with its chart (SVG). Raises `typst.TypstError` where it cannot be set."""
    return set_pdf(TEMPLATE, _told(data, chart), at)


def pictures(data: Mapping[str, Any], chart: str, at: datetime) -> list[bytes]:
    """The pages as PNG. Raises as `pdf`."""
    return set_pages(TEMPLATE, _told(data, chart), at)


def _told(data: Mapping[str, Any], chart: str) -> dict[str, str]:
    return {"data": json.dumps(data, ensure_ascii=False), "chart": chart}
