"""What the Danish guides on gains print in bold stands on a page, in these very words."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
CATALOGUE = ROOT / "src/gevinst/shared/locale/da/LC_MESSAGES/django.po"
SHOWN = set(re.findall(r'^msgstr(?:\[\d\])? "(.+)"$', CATALOGUE.read_text("utf-8"), re.MULTILINE))
GUIDES = ("business-case.md", "gevinster.md")
LABELS = [
    (guide, label)
    for guide in GUIDES
    for label in re.findall(r"\*\*(.+?)\*\*", (ROOT / "docs/da" / guide).read_text("utf-8"))
]


@pytest.mark.parametrize(("guide", "label"), LABELS)
def test_a_label_in_bold_stands_on_a_page(guide: str, label: str) -> None:
    assert label in SHOWN, guide


@pytest.mark.parametrize("guide", GUIDES)
def test_a_guide_names_what_is_on_the_pages(guide: str) -> None:
    assert len([label for name, label in LABELS if name == guide]) >= 3
