"""Documents of a few elements, and expressions evaluated on them by us and by Saxon."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Any

import pytest

from gevinst.engines.conformance.markup import read_nodes
from gevinst.engines.conformance.nodes import NodeTable
from gevinst.engines.conformance.vocabulary import Vocabulary
from gevinst.engines.conformance.xpath.evaluate import Evaluator
from gevinst.engines.conformance.xpath.parser import NAMESPACES, parse

OWN_TEXTS = list[list[str]]


def document(body: str) -> bytes:
    """An invoice with `body` inside."""
    declared = " ".join(f'xmlns:{name}="{uri}"' for name, uri in NAMESPACES.items())
    return f'<ubl:Invoice {declared} id="root">{body}</ubl:Invoice>'.encode()


def ours(bodies: Sequence[str], expression: str) -> OWN_TEXTS:
    """The items of the expression at the root of each document, as texts."""
    words = Vocabulary()
    table = NodeTable([read_nodes(document(body), words) for body in bodies], words)
    run = Evaluator(table)
    value = run.texts(run(parse(expression), run.roots))
    texts = run.pool.texts(value.items)
    found = [texts[begin:end] for begin, end in zip(value.starts, value.starts[1:], strict=False)]
    return [found[table.order.index(at)] for at in range(len(bodies))]


@lru_cache(maxsize=1)
def _processor() -> Any:
    return pytest.importorskip("saxonche").PySaxonProcessor(license=False)


def saxon(bodies: Sequence[str], expression: str) -> OWN_TEXTS:
    """The same by Saxon."""
    found = []
    for body in bodies:
        xpath = _processor().new_xpath_processor()
        for name, uri in NAMESPACES.items():
            xpath.declare_namespace(name, uri)
        xpath.declare_namespace("fn", "http://www.w3.org/2005/xpath-functions")
        node = _processor().parse_xml(xml_text=document(body).decode())
        xpath.set_context(xdm_item=node.children[0])
        value = xpath.evaluate(expression)
        found.append([] if value is None else [item.string_value for item in value])
    return found


@pytest.fixture(name="ours")
def _ours() -> Callable[[Sequence[str], str], OWN_TEXTS]:
    return ours


@pytest.fixture(name="saxon")
def _saxon() -> Callable[[Sequence[str], str], OWN_TEXTS]:
    return saxon
