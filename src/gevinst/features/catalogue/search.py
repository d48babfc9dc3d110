"""How processes are found by text: Danish letters folded, words stemmed, compounds found by their parts.

The stored vector is made by a trigger (`VECTOR`), so nothing that writes the table can leave it behind.
"""

from __future__ import annotations

import re

# To two letters, not from them: "fakturaer" has no æ.
_PAIRS = (("å", "aa"), ("æ", "ae"), ("ø", "oe"))
_FROM, _TO = "ÆØÅäöÄÖéèÉÈüÜ", "æøåæøæøeeeeyy"
_WORD = re.compile(r"\w+(?:\.\w+)*")
# Stop words of the Danish stemmer as they look when folded: it does not know them.
_STOP = frozenset({"paa", "naar", "vaere", "ogsaa", "vaeret", "saadan"})


def fold(text: str) -> str:
    """Lower case, with å, æ and ø as two letters however they were typed; the trigger folds the same way.

    >>> fold("Aabenraa og Århus")
    'aabenraa og aarhus'
    """
    folded = text.lower().translate(str.maketrans(_FROM, _TO))
    for letter, letters in _PAIRS:
        folded = folded.replace(letter, letters)
    return folded


def ts_query(text: str) -> str:
    """`text` as a PostgreSQL tsquery: every word must be there, as a beginning; "" without words.

    >>> ts_query("faktura-kontrol 32.45")
    "'faktura':* & 'kontrol':* & '32.45':*"
    """
    words = (word for word in _WORD.findall(fold(text)) if word not in _STOP)
    return " & ".join(f"'{word}':*" for word in words)


def _folded(column: str) -> str:
    inner = f"translate(lower({column}), '{_FROM}', '{_TO}')"
    for letter, letters in _PAIRS:
        inner = f"replace({inner}, '{letter}', '{letters}')"
    return inner


def _weighed(column: str, weight: str, language: str = "danish") -> str:
    return f"setweight(to_tsvector('{language}', {_folded(column)}), '{weight}')"


# "kontrol" finds "fakturakontrol": endings of four letters and more, of the long words.
_ENDINGS = f"""
    SELECT setweight(array_to_tsvector(array_agg(DISTINCT substr(word, start))), 'D')
      FROM regexp_split_to_table({_folded("new.title || ' ' || new.summary")}, '\\W+') AS word,
           generate_series(4, length(word) - 3) AS start
     WHERE length(word) BETWEEN 8 AND 60
"""  # noqa: S608 - own SQL

SEARCHED = (
    "authority_id", "title", "summary", "challenge", "solution", "description", "search_words",
    "kle", "form",
)  # fmt: skip
VECTOR = f"""
    new.search :=
        {_weighed("new.title", "A")} || {_weighed("new.summary", "B")}
        || {_weighed("new.challenge", "C")} || {_weighed("new.solution", "C")}
        || {_weighed("new.description", "D")} || {_weighed("new.search_words", "B")}
        || {_weighed("array_to_string(new.kle || new.form, ' ')", "B", "simple")}
        || (SELECT {_weighed("name", "C", "simple")}
              FROM accounts_authority WHERE id = new.authority_id)
        || coalesce(({_ENDINGS}), ''::tsvector);
    RETURN new;
"""  # noqa: S608 - own SQL
