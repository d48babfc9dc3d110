"""A page set by Typst: a tagged PDF, and the same bytes for the same words at the same time."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import typst

from gevinst.shared.typesetting import set_pages, set_pdf

AT = datetime(2026, 11, 22, 12, tzinfo=UTC)
PAGE = '#set document(title: "Page")\n#sys.inputs.words\n#pagebreak()\nTwo'


@pytest.fixture(name="template")
def template_(tmp_path: Path) -> Path:
    path = tmp_path / "page.typ"
    path.write_text(PAGE, encoding="utf-8")
    return path


def test_a_pdf_is_tagged_for_those_who_cannot_see_it(template: Path) -> None:
    made = set_pdf(template, {"words": "One"}, AT)
    assert made.startswith(b"%PDF")
    assert b"/StructTreeRoot" in made


def test_the_same_at_the_same_time_is_the_same_file(template: Path) -> None:
    made = set_pdf(template, {"words": "One"}, AT)
    assert made == set_pdf(template, {"words": "One"}, AT)
    assert made != set_pdf(template, {"words": "One"}, AT + timedelta(days=1))
    assert made != set_pdf(template, {"words": "Another"}, AT)


def test_each_page_is_a_picture(template: Path) -> None:
    made = set_pages(template, {"words": "One"}, AT)
    assert [page[1:4] for page in made] == [b"PNG", b"PNG"]
    fine = set_pages(template, {"words": "One"}, AT, ppi=180)
    assert len(fine[0]) > len(made[0])


def test_a_picture_without_words_is_refused(tmp_path: Path) -> None:
    (tmp_path / "dot.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'
    )
    path = tmp_path / "page.typ"
    path.write_text('#set document(title: "Page")\n#image("dot.svg")', encoding="utf-8")
    with pytest.raises(typst.TypstError):
        set_pdf(path, {}, AT)


def test_what_the_page_asks_for_must_be_told(template: Path) -> None:
    with pytest.raises(typst.TypstError):
        set_pdf(template, {}, AT)
