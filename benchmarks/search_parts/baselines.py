"""What others find: words as substrings, PostgreSQL's full text, Tantivy with its own Danish stemmer."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

import psycopg
import tantivy

from gevinst.shared import postgres

Answer = Callable[[str], list[str]]
FIRST = 10


def substrings(texts: Mapping[str, str]) -> Answer:
    """Documents by how many of the words stand in them anywhere, then by how often."""
    lowered = {key: text.lower() for key, text in texts.items()}

    def answer(question: str) -> list[str]:
        words = set(re.findall(r"\w+", question.lower()))
        counts = {key: [text.count(word) for word in words] for key, text in lowered.items()}
        ranked = sorted(
            counts, key=lambda key: (-sum(map(bool, counts[key])), -sum(counts[key]), key)
        )
        return ranked[:FIRST]

    return answer


def postgresql(texts: Mapping[str, str]) -> Answer:
    """PostgreSQL's text search in Danish with `ts_rank`, any of the words (all of them: hardly a hit)."""
    connection = psycopg.connect(postgres.embedded_url(), autocommit=True)
    connection.execute("CREATE TEMP TABLE told (key text, words tsvector)")
    with connection.cursor() as cursor:
        cursor.executemany(
            "INSERT INTO told VALUES (%s, to_tsvector('danish', %s))", list(texts.items())
        )
    connection.execute("CREATE INDEX ON told USING gin (words)")

    def answer(question: str) -> list[str]:
        rows = connection.execute(
            """SELECT key FROM told,
                 to_tsquery(replace(plainto_tsquery('danish', %s)::text, ' & ', ' | ')) AS asked
               WHERE words @@ asked ORDER BY ts_rank(words, asked) DESC, key LIMIT 10""",
            [question],
        )
        return [key for (key,) in rows]

    return answer


def tantivy_stemmer(texts: Mapping[str, str]) -> Answer:
    """Tantivy as it comes: its Danish stemmer, its query parser, BM25."""
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("key", stored=True, tokenizer_name="raw")
    builder.add_text_field("text", tokenizer_name="danish")
    index = tantivy.Index(builder.build())
    words = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.simple())
    stems = words.filter(tantivy.Filter.lowercase()).filter(tantivy.Filter.stemmer("danish"))
    index.register_tokenizer("danish", stems.build())
    writer = index.writer(num_threads=1)
    for key, text in texts.items():
        writer.add_document(tantivy.Document(key=key, text=text))
    writer.commit()
    index.reload()
    searcher = index.searcher()

    def answer(question: str) -> list[str]:
        query, _ = index.parse_query_lenient(question, ["text"])
        return [searcher.doc(at)["key"][0] for _, at in searcher.search(query, FIRST).hits]

    return answer
