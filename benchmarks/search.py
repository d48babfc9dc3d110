"""How well questions are answered, against three others, and how quickly with 100,000 documents.

Quality is measured on 6,323 Danish documents and 162 real questions, each with one right answer, which lie
beside the project. `search.p99_ms` is over these questions and as many of one to three words, asked within
what a reader may see, one at a time, after a first round. `--small` takes 10,000 documents for the times.
"""

from __future__ import annotations

import json
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

HOME = tempfile.mkdtemp(prefix="gevinst-search-")
os.environ["GEVINST_HOME"] = HOME

from gevinst.engines.retrieval import material  # noqa: E402
from gevinst.engines.retrieval.asking import AnyOf, Asked  # noqa: E402
from gevinst.engines.retrieval.evaluate import first, indexed  # noqa: E402
from gevinst.engines.retrieval.index import Index  # noqa: E402
from gevinst.engines.retrieval.measure import Quality, Query, quality  # noqa: E402
from gevinst.shared import postgres  # noqa: E402
from search_parts import baselines, many, parts  # noqa: E402

MATERIAL = Path(__file__).resolve().parents[2] / "shared" / "testdata" / "search"
DOCUMENTS, SMALL = 100_000, 10_000
VISIBLE = AnyOf(frozenset([many.SEEN]))
OTHERS = {
    "substring": baselines.substrings,
    "postgresql": baselines.postgresql,
    "tantivy_stemmer": baselines.tantivy_stemmer,
}


def main(small: bool) -> None:
    """Measures quality, then times."""
    texts = material.documents(MATERIAL / "documents.jsonl.gz")
    queries = material.queries(MATERIAL / "queries_dev.jsonl", texts)
    of_quality(texts, queries)
    of_times(list(texts.values()), queries, SMALL if small else DOCUMENTS)


def of_quality(texts: dict[str, str], queries: list[Query]) -> None:
    """Ours, the others, and ours with each part taken out."""
    index = indexed(texts)
    say("search", quality(lambda text: first(index, text), queries), (">= 0.70", ">= 0.86"))
    for name, made in OTHERS.items():
        say(f"search.{name}", quality(made(texts), queries))
    for part in parts.WITHOUT:
        say(f"search.without_{part}", parts.without(part, texts, queries))


def of_times(texts: list[str], queries: list[Query], size: int) -> None:
    """Indexing, one more document, questions, and the list with twelve facets."""
    made = list(many.catalogue(texts, size))
    with tempfile.TemporaryDirectory() as folder:
        index = Index.create(many.SCHEMA, Path(folder))
        seconds = timed(lambda: index.write(add=made))
        figure("search.index_seconds", round(seconds, 1), "s", f"{size:,} documents, < 300")
        one = [timed(lambda: index.write(add=made[:1])) for _ in range(20)]
        figure("search.one_more_ms", ms(one, 0.5), "ms", "median; < 200")
        asked = [query.text for query in queries] + many.short_queries(texts, len(queries))
        for text in asked:
            index.search(Asked(text, VISIBLE))
        own = time.thread_time()
        each = [timed(partial(index.search, Asked(text, VISIBLE))) for text in asked]
        own = (time.thread_time() - own) / len(asked)
        figure("search.p50_ms", ms(each, 0.5), "ms", f"{len(each)} questions")
        figure("search.mean_cpu_ms", round(own * 1000, 1), "ms", "processor time of a question")
        figure("search.p99_ms", ms(each, 0.99), "ms", "< 50")
        within = [AnyOf(frozenset([many.SEEN, f"new:{i}"])) for i in range(40)]
        listed = [
            timed(partial(index.search, Asked(within=held, counts=many.FACETS))) for held in within
        ]
        figure(
            "search.facets_p95_ms", ms(listed, 0.95), "ms", "12 facets, not counted before; < 30"
        )


def say(name: str, measured: Quality, against: tuple[str, str] = ("", "")) -> None:
    """Two lines of JSON."""
    figure(f"{name}.ndcg10", round(measured.ndcg10, 4), "0-1", against[0])
    figure(f"{name}.recall10", round(measured.recall10, 4), "0-1", against[1])


def timed(work: Callable[[], object]) -> float:
    """Seconds that the work takes."""
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def ms(seconds: list[float], share: float) -> float:
    """The value that such a share of the measurements is not above, in milliseconds."""
    return round(sorted(seconds)[min(len(seconds) - 1, int(share * len(seconds)))] * 1000, 1)


def figure(name: str, value: float, unit: str, against: str) -> None:
    """One line of JSON."""
    print(json.dumps({"name": name, "value": value, "unit": unit, "against": against}), flush=True)


if __name__ == "__main__":
    try:
        main("--small" in sys.argv)
    finally:
        if postgres.embedded_url.cache_info().currsize:
            postgres.stop()
        shutil.rmtree(HOME, ignore_errors=True)
