"""How many each of some filters would leave: as many as a search held to it finds."""

from __future__ import annotations

import pytest

from gevinst.engines.retrieval.asking import AllOf, AnyOf, Asked, Between, Filter
from gevinst.engines.retrieval.document import Document
from gevinst.engines.retrieval.index import Index
from gevinst.engines.retrieval.schema import Schema

WORDS = ("faktura", "fakturakontrol", "løn", "vejsalt")
FILTERS: list[Filter] = [
    AnyOf(frozenset({"phase:0"})),
    AnyOf(frozenset({"phase:1", "phase:2"})),
    AnyOf(frozenset()),
    Between("hours", 5),
    AllOf((Between("hours", None, 7), AnyOf(frozenset({"phase:1"})))),
]


@pytest.fixture(scope="module")
def index() -> Index:
    made = Index.create(Schema({"title": 1}, numbers=("hours",), facets=("phase",)))
    made.write(
        add=[
            Document(
                str(n), {"title": WORDS[n % 4]}, frozenset({f"phase:{n % 3}"}), {"hours": n % 11}
            )
            for n in range(60)
        ]
    )
    return made


@pytest.mark.parametrize("text", ["", "faktura", "løn", "ukendt", "?!"])
@pytest.mark.parametrize("chosen", [{}, {"phase": frozenset({"phase:1"})}])
def test_each_number_is_what_a_search_finds(
    index: Index, text: str, chosen: dict[str, frozenset[str]]
) -> None:
    asked = Asked(text, narrowed=chosen)
    counted = index.tally(asked, FILTERS)
    assert counted == index.tally(asked, FILTERS)  # the second time from memory
    assert counted == [
        index.search(Asked(text, within=one, narrowed=chosen)).total for one in FILTERS
    ]


def test_a_number_that_is_not_of_the_schema_is_refused(index: Index) -> None:
    with pytest.raises(LookupError):
        index.tally(Asked(), [Between("unknown", 1)])
