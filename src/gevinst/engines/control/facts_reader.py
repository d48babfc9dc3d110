"""Reads the `subjects` and `facts` of a rule file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from gevinst.engines.blockkit.columns import KINDS
from gevinst.engines.blockkit.contract import Text
from gevinst.engines.control.expression import Expression, Name
from gevinst.engines.control.model import PARAMETER, ROW, Fact, Kinds
from gevinst.engines.control.places import Place
from gevinst.engines.control.typecheck import NUMBER
from gevinst.engines.control.vocabulary import Vocabulary, condition, known

Parts = Mapping[str, Place]
FACT_KEYS = (
    "values", "totals", "valid", "within", "where", "other_than", "earlier", "title", "words",
)  # fmt: skip


def read_subjects(part: Parts, vocabulary: Vocabulary, words: dict[str, Text]) -> None:
    """Adds the subjects of one file, and to `words` what their columns are called.

    A column is its kind, or `{kind, da, en}`. Raises `RuleFault`.
    """
    for name, place in entries(part, "subjects"):
        subject = name.text()
        columns = vocabulary.subjects.setdefault(subject, {})
        for key, column in place.keyed():
            if key.text() in columns:
                raise key.fault(f"the column {subject}.{key.text()} is declared twice")
            columns[key.text()] = _kind(column, f"{subject}.{key.text()}", words)


def _kind(place: Place, name: str, words: dict[str, Text]) -> str:
    if not place.is_mapping:
        return place.choice(KINDS)
    keys = place.record(("kind", "da", "en"))
    words[name] = Text(keys["da"].text(), keys["en"].text())
    return keys["kind"].choice(KINDS)


def read_facts(part: Parts, vocabulary: Vocabulary) -> None:
    """Adds the facts of one file. Raises `RuleFault`."""
    for key, place in entries(part, "facts"):
        name = key.text()
        if name in vocabulary.facts:
            raise key.fault(f"the fact {name!r} is declared twice")
        if name in (ROW, PARAMETER, *vocabulary.subjects):
            raise key.fault(f"expected another name: {name!r} is taken")
        vocabulary.facts[name] = _fact(key, place, vocabulary)


def read_words(part: Parts, vocabulary: Vocabulary, words: dict[str, Text]) -> None:
    """Adds what people call the things of the book. Raises `RuleFault` for what nothing reads."""
    readable = {
        name: each
        for subject in vocabulary.subjects
        for name, each in vocabulary.told(subject).items()
    }
    for key, place in entries(part, "words"):
        owner, dot, attribute = key.text().partition(".")
        if dot or owner not in vocabulary.facts:
            known(key, Name(owner, attribute), readable)
        words[key.text()] = bilingual(place)


def _fact(name: Place, place: Place, vocabulary: Vocabulary) -> Fact:
    keys = place.record(("subject", "register", "match"), FACT_KEYS)
    subject = keys["subject"].choice(vocabulary.subjects)
    register = keys["register"].choice((*vocabulary.registers, *vocabulary.subjects))
    rows, own = vocabulary.columns(register), vocabulary.subjects[subject]
    shared = [column for column in rows if column in own]
    start, end, on = _validity(keys, rows, own)
    return Fact(
        name=name.text(),
        subject=subject,
        register=register,
        match=_match(keys["match"], rows, own),
        values=_chosen(keys, "values", rows),
        start=start,
        end=end,
        on=on,
        within=_within(keys, vocabulary),
        other_than=_chosen(keys, "other_than", shared),
        earlier=_chosen(keys, "earlier", shared),
        where=_where(keys, vocabulary, subject, rows),
        totals=_chosen(keys, "totals", [column for column in rows if rows[column] != "str"]),
        title=bilingual(keys["title"]) if "title" in keys else None,
        words=_words(keys, rows),
        place=str(name),
        written={key: each.plain() for key, each in keys.items()},
    )


def _match(place: Place, rows: Kinds, own: Kinds) -> dict[str, str]:
    pairs = {}
    for column, other in place.keyed():
        pairs[column.choice(rows)] = other.choice(own)
        found, wanted = own[other.text()], rows[column.text()]
        if (found == "str") != (wanted == "str") or (found == "date") != (wanted == "date"):
            raise other.fault(f"expected a column of the kind {wanted}, found {found}")
    if not pairs:
        raise place.fault("expected at least one pair of columns that must be equal")
    return pairs


def _validity(keys: Parts, rows: Kinds, own: Kinds) -> tuple[str, str, str]:
    if "valid" not in keys:
        return "", "", ""
    valid = keys["valid"].record(("from", "to", "on"))
    dates = _dates(rows)
    return valid["from"].choice(dates), valid["to"].choice(dates), valid["on"].choice(_dates(own))


def _dates(columns: Kinds) -> list[str]:
    return [name for name, kind in columns.items() if kind == "date"]


def _within(keys: Parts, vocabulary: Vocabulary) -> Expression | None:
    if "within" not in keys:
        return None
    return condition(keys["within"], {PARAMETER: vocabulary.parameters}, NUMBER)


def _where(keys: Parts, vocabulary: Vocabulary, subject: str, rows: Kinds) -> Expression | None:
    if "where" not in keys:
        return None
    own = vocabulary.subjects[subject]
    return condition(keys["where"], {ROW: rows, subject: own, PARAMETER: vocabulary.parameters})


def _words(keys: Parts, rows: Kinds) -> dict[str, Text]:
    if "words" not in keys:
        return {}
    return {column.choice(rows): bilingual(text) for column, text in keys["words"].keyed()}


def _chosen(keys: Parts, key: str, allowed: Iterable[str]) -> tuple[str, ...]:
    return tuple(each.choice(allowed) for each in keys[key].items()) if key in keys else ()


def entries(part: Parts, key: str) -> list[tuple[Place, Place]]:
    """The entries of the mapping `key` of a file; none where the file lacks it."""
    return part[key].keyed() if key in part else []


def bilingual(place: Place) -> Text:
    """The sentence in Danish and English that stands there. Raises `RuleFault`."""
    pair = place.record(("da", "en"))
    return Text(pair["da"].text(), pair["en"].text())
