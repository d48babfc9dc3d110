"""Documents of known markup give the very nodes that the parser gives."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gevinst.engines.conformance import markup
from gevinst.engines.conformance.markup import Reading, read_nodes
from gevinst.engines.conformance.nodes import NodeTable
from gevinst.engines.conformance.places import place_of
from gevinst.engines.conformance.vocabulary import MOST, Vocabulary
from gevinst.engines.einvoice import guard
from gevinst.engines.einvoice.refusal import Refusal

DOCUMENT = (
    '<?xml version="1.0" encoding="{encoding}"?>\n<Invoice xmlns="urn:oasis:names:'
    'specification:ubl:schema:xsd:Invoice-2" xmlns:b="urn:oasis:names:specification:ubl:schema:xsd:'
    'CommonBasicComponents-2">\n'
    "<b:CustomizationID>{0}</b:CustomizationID><b:ID x='1'>{1}</b:ID><b:Note/>{extra}\n</Invoice>"
)
TEXTS = st.text(st.characters(codec="utf-8", exclude_characters="<>&\r"), min_size=1, max_size=8)


def document(one: str, two: str, extra: str = "", encoding: str = "UTF-8") -> bytes:
    return DOCUMENT.format(one, two, extra=extra, encoding=encoding).encode(encoding)


def content(reading: Reading, words: Vocabulary) -> list[tuple[str, str]]:
    table = NodeTable([reading], words)
    rows = np.arange(1, len(table))
    texts = table.pool.texts(table.strings(rows))
    return [(place_of(table, row), text) for row, text in zip(rows.tolist(), texts, strict=True)]


def both_ways(known: list[bytes], document: bytes) -> tuple[object, object]:
    words, fresh = Vocabulary(), Vocabulary()
    for other in known:
        read_nodes(other, words)
    try:
        expected: object = content(read_nodes(document, fresh), fresh)
    except Refusal as refusal:
        expected = refusal.code
    try:
        found: object = content(read_nodes(document, words), words)
    except Refusal as refusal:
        found = refusal.code
    return found, expected


@settings(max_examples=200, deadline=None)
@given(TEXTS, TEXTS)
def test_any_text_comes_out_as_the_parser_gives_it(one: str, two: str) -> None:
    found, expected = both_ways([document("a", "b"), document("c", "d")], document(one, two))
    assert found == expected


@pytest.mark.parametrize(
    "text", ["a&amp;b", "&lt;", "&#65;", "&nbsp;", "]]", "a\rb", "\x01", "a ", "\xa0", "å"]
)
def test_references_and_odd_characters(text: str) -> None:
    found, expected = both_ways([document("a", "b"), document("c", "d")], document(text, "x"))
    assert found == expected


@pytest.mark.parametrize(
    "extra",
    [
        "<!--<b:ID>x</b:ID>-->",
        "<b:T><![CDATA[<b:ID>x</b:ID>]]></b:T>",
        "<b:T>a<b:U>b</b:U>c</b:T>",
        "<?p a>b</?>",
        "<b:T> x</b:T>",
        "<b:T><b:U/></b:T>",
    ],
)
def test_markup_that_hides_texts_is_read_right(extra: str) -> None:
    known = [document("a", "b", extra), document("c", "d", extra)]
    found, expected = both_ways(known, document("e", "f", extra))
    assert found == expected


def test_the_third_document_of_a_markup_shares_its_shape() -> None:
    words = Vocabulary()
    shapes = [read_nodes(document(str(at), "x"), words).shape for at in range(4)]
    assert shapes[0] is not shapes[1]
    assert shapes[1] is shapes[2] is shapes[3]


@pytest.mark.parametrize("encoding", ["ISO-8859-1", "UTF-16"])
def test_other_encodings_are_parsed(encoding: str) -> None:
    documents = [document(name, "ø", encoding=encoding) for name in "abc"]
    found, expected = both_ways(documents[:2], documents[2])
    assert found == expected
    assert ("/ubl:Invoice[1]/cbc:ID[1]", "ø") in found  # type: ignore[operator]


def test_bytes_that_are_no_utf8_are_refused_in_known_markup_too() -> None:
    broken = document("a", "b").replace(b">b<", b">\xff<")
    assert both_ways([document("a", "b"), document("c", "d")], broken) == (
        "bad-encoding",
        "bad-encoding",
    )


@pytest.mark.parametrize(
    ("text", "named"), [("OIOUBL-2.1", "OIOUBL-2.1"), (" OIOUBL-2.1 ", "OIOUBL-2.1"), ("", "")]
)
def test_the_customization_is_found_both_ways(text: str, named: str) -> None:
    words = Vocabulary()
    for _ in range(3):
        assert read_nodes(document(text, "x"), words).customization == named


def test_a_document_need_not_name_one() -> None:
    bare = b'<Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2"/>'
    assert read_nodes(bare, Vocabulary()).customization == ""


def test_a_large_document_is_parsed() -> None:
    words = Vocabulary()
    large = document("a", "b" * 70_000)
    shapes = [read_nodes(large, words).shape for _ in range(3)]
    assert shapes[1] is not shapes[2]


def test_markup_without_end_is_forgotten() -> None:
    words = Vocabulary()
    for at in range(600):
        read_nodes(document("a", "b", f"<b:X{at}/>"), words)
    assert len(words.kept["shapes"]) < 600
    assert len(words) < MOST


def test_a_document_with_the_mark_in_its_markup_is_still_read() -> None:
    marked = [document(name, "b", "<b:T a='\ue0001'/>") for name in "abc"]
    found, expected = both_ways(marked[:2], marked[2])
    assert found == expected


def test_markup_that_cannot_be_learnt_is_parsed_each_time(monkeypatch: pytest.MonkeyPatch) -> None:
    def only_unmarked(content: bytes) -> guard.Document:
        if "\ue000".encode() in content:
            raise Refusal("not-xml")
        return guard.open_document(content)

    monkeypatch.setattr(markup, "open_document", only_unmarked)
    found, expected = both_ways([document("a", "b"), document("c", "d")], document("e", "f"))
    assert found == expected
