"""`python -m gevinst.engines.retrieval.evaluate DOCUMENTS QUERIES`: how well questions are answered."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from gevinst.engines.retrieval import material
from gevinst.engines.retrieval.asking import Asked
from gevinst.engines.retrieval.document import Document
from gevinst.engines.retrieval.index import Index
from gevinst.engines.retrieval.measure import FIRST, Quality, quality
from gevinst.engines.retrieval.schema import Schema

USAGE = (
    "usage: python -m gevinst.engines.retrieval.evaluate DOCUMENTS QUERIES  (.jsonl or .jsonl.gz)\n"
)


def main(arguments: Sequence[str]) -> int:
    """Prints the figures as JSON lines and a table beside; 2 where the files cannot be used."""
    if len(arguments) != 2:  # noqa: PLR2004
        sys.stderr.write(USAGE)
        return 2
    try:
        texts = material.documents(Path(arguments[0]))
        asked = material.queries(Path(arguments[1]), texts)
    except material.Unreadable as fault:
        sys.stderr.write(f"{fault}\n")
        return 2
    index = indexed(texts)
    measured = quality(lambda text: first(index, text), asked)
    _say(measured, len(texts), len(asked))
    return 0


def indexed(texts: Mapping[str, str]) -> Index:
    """The texts in an index in memory."""
    index = Index.create(Schema({"text": 1}))
    index.write(add=(Document(key, {"text": text}) for key, text in texts.items()))
    return index


def first(index: Index, text: str) -> list[str]:
    """The keys of the first ten hits."""
    return [hit.key for hit in index.search(Asked(text, limit=FIRST)).hits]


def _say(measured: Quality, texts: int, asked: int) -> None:
    figures = {"search.ndcg10": measured.ndcg10, "search.recall10": measured.recall10}
    for name, value in figures.items():
        sys.stdout.write(json.dumps({"name": name, "value": round(value, 4)}) + "\n")
    sys.stderr.write(f"{texts:,} documents, {asked:,} questions\n")
    for name, value in figures.items():
        sys.stderr.write(f"{name:<18}{value:8.4f}\n")


if __name__ == "__main__":  # pragma: no cover - the tests call main
    sys.exit(main(sys.argv[1:]))
