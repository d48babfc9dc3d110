"""Reading the file of an import, mappings, plain values, and the merge: no database."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gevinst.engines.exchange.processes import choices, remarks
from gevinst.engines.exchange.processes.facts import facts
from gevinst.engines.exchange.processes.fields import FIELDS
from gevinst.engines.exchange.processes.record import Record
from gevinst.features.catalogue import models
from gevinst.features.catalogue.actions.importing import Options, read
from gevinst.features.catalogue.actions.importing.merging import merge
from gevinst.features.catalogue.actions.importing.sources import FAULTS, mapping_file
from gevinst.features.catalogue.actions.importing.stored import default, plain, typed
from gevinst.features.catalogue.fields import CHANGEABLE, RELATED
from gevinst.features.catalogue.importing.wording import DONES, WHATS
from gevinst.shared.errors import DomainError

values = st.dictionaries(st.sampled_from("abc"), st.integers(0, 3), min_size=3)


@pytest.mark.parametrize(
    ("kind", "content", "reason"),
    [
        ("os2autoproces", b"  ", None),
        ("mars", b"x", None),
        ("os2autoproces", b"PK\x03\x04x", "not-a-workbook"),
        ("csv", b"Hvad;Hvor\nA;B", "no-title-column"),
        ("publiccode", b"- 1", "not-publiccode"),
    ],
)
def test_a_file_that_cannot_be_read(kind: str, content: bytes, reason: str | None) -> None:
    with pytest.raises(DomainError) as fault:
        read(kind, content, Options())
    assert (fault.value.code, fault.value.facts.get("reason")) == ("invalid", reason)


@pytest.mark.parametrize("content", [b'title = "Navn"', b'{"title": "Navn"}'])
def test_a_mapping_is_toml_or_json(content: bytes) -> None:
    assert mapping_file(content) == {"title": "Navn"}


@pytest.mark.parametrize("content", [b"\xff", b"{", b"title ="])
def test_a_mapping_that_is_neither(content: bytes) -> None:
    with pytest.raises(DomainError):
        mapping_file(content)


def test_what_is_kept_plain_comes_back_as_it_was() -> None:
    clause = {"text": "§ 1", "url": "", "verified_on": date(2024, 1, 2)}
    whole = {
        "in_operation_since": date(2024, 1, 2), "minutes": Decimal("7.50"), "automatable": None,
        "legal_clauses": [clause], "title": "A", "owner": 4,
    }  # fmt: skip
    assert typed(plain(whole)) == whole


@pytest.mark.parametrize(
    ("name", "value"),
    [("kind", "process"), ("legal_clauses", []), ("minutes", None), ("links", []), ("owner", None)],
)
def test_what_stands_in_a_field_that_nobody_filled_in(name: str, value: Any) -> None:
    assert default(name) == value


@given(values, values, values)
def test_the_merge_takes_keeps_or_says(base: Any, here: Any, there: Any) -> None:
    take, conflicts = merge(base, here, there, lambda name: None)
    for name, new in there.items():
        moved_there, moved_here = new != base[name], here[name] != base[name]
        assert (name in take) == (moved_there and not moved_here)
        assert (name in conflicts) == (moved_there and moved_here and here[name] != new)


def test_every_fact_of_a_record_is_a_field_of_a_process() -> None:
    every = Record(source="x", source_id="1", place="", carries=frozenset(FIELDS))
    assert set(facts(every)) <= CHANGEABLE | RELATED


@pytest.mark.parametrize(
    ("words", "choice"),
    [
        (choices.PHASES, models.Phase), (choices.STATUSES, models.Status),
        (choices.KINDS, models.Kind), (choices.VISIBILITIES, models.Visibility),
        (choices.LEVELS, models.Level), (choices.RUN_PERIODS, models.RunPeriod),
        (choices.DOMAINS, models.Domain),
    ],
)  # fmt: skip
def test_the_words_of_the_engine_are_those_of_the_catalogue(words: Any, choice: Any) -> None:
    ours = {one for every in words.known.values() for one in every} - {""}
    assert ours <= set(choice.values)
    assert set(choice.values) - ours <= {"public"}  # nothing is ever imported for everybody


def test_every_code_has_words() -> None:
    assert set(WHATS) >= remarks.WHATS
    assert set(DONES) >= remarks.DONES
    assert {"not-json", "no-title-column"} <= set(FAULTS)
