"""The official rule cases and documents, which lie beside the project and not in it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import pytest
from lxml import etree

from gevinst.engines.conformance.judge import DocumentJudgement, judge

MATERIAL = Path(__file__).resolve().parents[6] / "shared" / "testdata" / "einvoice"
CASES, DOCUMENTS = 916, 118
here = pytest.mark.skipif(
    not MATERIAL.is_dir(),
    reason="NOT RUN: the official cases and documents are not beside the project",
)
PROFILE = "peppol-bis-3"


@dataclass(frozen=True, slots=True)
class Case:
    """A fragment, with the rules that fire on it and those that stay silent."""

    name: str
    content: bytes
    fire: Mapping[str, int]
    silent: tuple[str, ...]


@lru_cache(maxsize=1)
def cases() -> tuple[Case, ...]:
    """Every case, in the order of files; none where the material is absent."""
    return tuple(case for file in sorted(MATERIAL.glob("unit/*/*.xml")) for case in _cases(file))


def _cases(file: Path) -> Iterator[Case]:
    sets = etree.parse(str(file)).getroot().iterfind("{*}test")
    for number, test in enumerate(sets, start=1):
        said = [each for each in test.iterfind("{*}assert/*") if isinstance(each.tag, str)]
        document = [each for each in test if isinstance(each.tag, str)][-1]
        yield Case(
            name=f"{file.parent.name}/{file.stem}#{number}",
            content=etree.tostring(document, encoding="utf-8", with_tail=False),
            fire={
                str(each.text).strip(): int(each.get("number", "1"))
                for each in said
                if etree.QName(each).localname in ("error", "warning")
            },
            silent=tuple(
                str(each.text).strip() for each in said if etree.QName(each).localname == "success"
            ),
        )


@dataclass(frozen=True, slots=True)
class Document:
    """A document with the fatal rules that fire on it officially."""

    name: str
    content: bytes
    fatal: frozenset[str]


@lru_cache(maxsize=1)
def documents() -> tuple[Document, ...]:
    """Every document; none where the material is absent."""
    index = MATERIAL / "documents.json"
    entries = json.loads(index.read_text(encoding="utf-8")) if index.is_file() else []
    return tuple(
        Document(
            entry["path"].removeprefix("documents/"),
            (MATERIAL / entry["path"]).read_bytes(),
            frozenset(entry["rules"]),
        )
        for entry in entries
    )


@lru_cache(maxsize=1)
def judged_cases() -> Mapping[str, DocumentJudgement]:
    """Case name -> judgement, all judged as one batch."""
    return _judged(cases())


@lru_cache(maxsize=1)
def judged_documents() -> Mapping[str, DocumentJudgement]:
    """Document name -> judgement, all judged as one batch."""
    return _judged(documents())


def _judged(items: Sequence[Case | Document]) -> Mapping[str, DocumentJudgement]:
    found = judge([item.content for item in items], PROFILE)
    return {item.name: said for item, said in zip(items, found, strict=True)}
