"""The `registers.yaml` that the pages show are such files: a reader may begin with them."""

import re
from pathlib import Path

import pytest

from gevinst.engines.blockkit import block
from gevinst.engines.blockkit.registers.described import KINDS, OWN, SHARED, sources

DOCS = Path(__file__).resolve().parent.parent / "docs"
PAGES = ["how-to/connect-registers.md", "da/registre.md"]
YAML = re.compile(r"```yaml\n(.*?)```", re.DOTALL)


@pytest.mark.parametrize("page", PAGES)
def test_a_shown_description_can_be_used(page: str, tmp_path: Path) -> None:
    [text] = YAML.findall((DOCS / page).read_text(encoding="utf-8"))
    file = tmp_path / "registers.yaml"
    file.write_text(text, encoding="utf-8")
    assert "population" in sources(file, block("invoice_control").manifest)


def test_every_key_is_told_of() -> None:
    page = (DOCS / PAGES[0]).read_text(encoding="utf-8")
    told = set(re.findall(r"`(\w+)`", page))
    assert {*KINDS, *SHARED, *(key for own in OWN.values() for key in own)} - told == set()
