"""The figures of the real documents and questions, and the command that prints them."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from gevinst.engines.retrieval.evaluate import main
from gevinst.engines.retrieval.measure import Query as Wanted
from gevinst.engines.retrieval.measure import ndcg, quality

MATERIAL = Path(__file__).resolve().parents[6] / "shared" / "testdata" / "search"
DOCUMENTS, QUERIES = MATERIAL / "documents.jsonl.gz", MATERIAL / "queries_dev.jsonl"
GOOD = {"id": 1, "text": "Kontrol af fakturaer"}, {"id": "2", "text": "Lægeattester"}
ASKED = {"query": "fakturakontrol", "relevant": 1}, {"query": "attest", "relevant": ["2"]}


@pytest.mark.slow
@pytest.mark.skipif(
    not MATERIAL.is_dir(), reason="NOT RUN: the search material is not beside the project"
)
def test_real_questions_find_their_answer(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(DOCUMENTS), str(QUERIES)]) == 0
    lines = map(json.loads, capsys.readouterr().out.splitlines())
    figures = {line["name"]: line["value"] for line in lines}
    assert figures["search.ndcg10"] >= 0.70
    assert figures["search.recall10"] >= 0.86


def written(path: Path, lines: object) -> str:
    text = lines if isinstance(lines, str) else "\n".join(map(json.dumps, lines))  # type: ignore[call-overload]
    path.write_text(text, encoding="utf-8")
    return str(path)


def test_the_figures_of_two_files(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    packed = tmp_path / "documents.jsonl.gz"
    packed.write_bytes(gzip.compress("\n\n".join(map(json.dumps, GOOD)).encode()))
    assert main([str(packed), written(tmp_path / "queries.jsonl", ASKED)]) == 0
    said = capsys.readouterr()
    assert [json.loads(line) for line in said.out.splitlines()] == [
        {"name": "search.ndcg10", "value": 1.0},
        {"name": "search.recall10", "value": 1.0},
    ]
    assert "2 documents, 2 questions" in said.err


@pytest.mark.parametrize(
    ("documents", "queries", "said"),
    [
        ("", ASKED, "documents.jsonl is empty"),
        ("{", ASKED, "documents.jsonl line 1: no JSON"),
        ("[1]", ASKED, "documents.jsonl line 1: no JSON object"),
        ([{"id": 1}], ASKED, 'documents.jsonl line 1: "text" is missing'),
        ([{"id": 1, "text": 5}], ASKED, 'documents.jsonl line 1: "text" is not a text'),
        ([*GOOD, GOOD[0]], ASKED, "documents.jsonl line 3: the id 1 stands there twice"),
        (GOOD, [{"query": "a", "relevant": 9}], 'queries.jsonl line 1: "relevant" names no'),
        (GOOD, [{"query": "a", "relevant": []}], 'queries.jsonl line 1: "relevant" names no'),
        (GOOD, [{"relevant": 1}], 'queries.jsonl line 1: "query" is missing'),
    ],
)
def test_a_file_that_does_not_fit_is_told(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    documents: object,
    queries: object,
    said: str,
) -> None:
    files = (
        written(tmp_path / "documents.jsonl", documents),
        written(tmp_path / "queries.jsonl", queries),
    )
    assert main(files) == 2
    assert said in capsys.readouterr().err


@pytest.mark.parametrize("content", [None, b"\xff\xfe", b"no gzip"])
def test_a_file_that_cannot_be_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], content: bytes | None
) -> None:
    path = tmp_path / ("documents.jsonl.gz" if content == b"no gzip" else "documents.jsonl")
    if content is not None:
        path.write_bytes(content)
    assert main([str(path), str(path)]) == 2
    assert "cannot be read" in capsys.readouterr().err


def test_without_two_files_the_usage_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 2
    assert capsys.readouterr().err.startswith("usage:")


@pytest.mark.parametrize(
    ("found", "relevant", "value"),
    [
        ("", "a", 0.0),
        ("ab", "ab", 1.0),
        ("xa", "a", 0.6309),
        ("xxa", "ab", 0.3066),
        ("xxxxxxxxxxa", "a", 0.0),
    ],
)
def test_gain(found: str, relevant: str, value: float) -> None:
    assert round(ndcg(found, frozenset(relevant)), 4) == value


def test_quality_is_the_mean() -> None:
    asked = [Wanted("a", frozenset("a")), Wanted("b", frozenset("x"))]
    assert quality(lambda text: [text], asked).recall10 == 0.5
