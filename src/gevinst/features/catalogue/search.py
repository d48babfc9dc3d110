"""How processes are found by text: Danish letters folded, words stemmed, compounds found by their parts.

The stored vector is made by a trigger (`VECTOR`), so nothing that writes the table can leave it behind.
"""

from __future__ import annotations

import re

_PAIRS = (("aa", "å"), ("ae", "æ"), ("oe", "ø"))
_FROM, _TO = "ÆØÅäöÄÖéèÉÈüÜ", "æøåæøæøeeeeyy"
_WORD = re.compile(r"\w+(?:\.\w+)*")


def fold(text: str) -> str:
    """Lower case, with å, æ and ø however they were typed; the trigger folds the same way.

    >>> fold("Aabenraa og Århus")
    'åbenrå og århus'
    """
    folded = text.lower()
    for typed, letter in _PAIRS:
        folded = folded.replace(typed, letter)
    return folded.translate(str.maketrans(_FROM, _TO))


def ts_query(text: str) -> str:
    """`text` as a PostgreSQL tsquery: every word must be there, as a beginning; "" without words.

    >>> ts_query("faktura-kontrol 32.45")
    "'faktura':* & 'kontrol':* & '32.45':*"
    """
    return " & ".join(f"'{word}':*" for word in _WORD.findall(fold(text)))


def _folded(column: str) -> str:
    inner = f"lower({column})"
    for typed, letter in _PAIRS:
        inner = f"replace({inner}, '{typed}', '{letter}')"
    return f"translate({inner}, '{_FROM}', '{_TO}')"


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
    "authority_id", "title", "summary", "challenge", "solution", "description", "legal_clause",
    "kle", "form",
)  # fmt: skip
VECTOR = f"""
    new.search :=
        {_weighed("new.title", "A")} || {_weighed("new.summary", "B")}
        || {_weighed("new.challenge", "C")} || {_weighed("new.solution", "C")}
        || {_weighed("new.description", "D")} || {_weighed("new.legal_clause", "D")}
        || {_weighed("array_to_string(new.kle || new.form, ' ')", "B", "simple")}
        || (SELECT {_weighed("name", "C", "simple")}
              FROM accounts_authority WHERE id = new.authority_id)
        || coalesce(({_ENDINGS}), ''::tsvector);
    RETURN new;
"""  # noqa: S608 - own SQL
