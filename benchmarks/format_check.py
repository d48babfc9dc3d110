"""How fast the format rules are judged, against the same rules as a stylesheet in Saxon in the same run.

The documents are distinct two-line Peppol invoices and credit notes from the project's own writer, a part of
them spoilt so that there is something to find. Ours judges them as one batch, from bytes to findings; Saxon
parses each one and transforms it with the stylesheet that `stylesheet.py` writes of the very same rules,
compiled once. Both must fire the same rules at every document. Each figure is of a CPU second of the process,
all threads; the ratio is the median over rounds in which the sides take turns.
"""

from __future__ import annotations

import json
import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import replace

from saxonche import PySaxonProcessor

from einvoice_read import draft
from gevinst.engines.conformance.judge import judge
from gevinst.engines.conformance.profiles import RULESETS
from gevinst.engines.conformance.ruleset import load_ruleset
from gevinst.engines.conformance.stylesheet import fired, stylesheet
from gevinst.engines.einvoice import write

PROFILE = "peppol-bis-3"
DOCUMENTS, ROUNDS = 1000, 5
# Saxon's share of the documents: its speed does not depend on how many there are.
SAXON, SMALL_SAXON, SMALL_ROUNDS = 300, 100, 3
SPOILT = (
    (b"<cbc:DocumentCurrencyCode>DKK", b"<cbc:DocumentCurrencyCode>KR."),
    (b"cbc:PayableAmount", b"cbc:PayableRoundingAmount"),
    (b'schemeID="0184"', b'schemeID="184"'),
    (b"<cbc:Percent>25", b"<cbc:Percent>24"),
)
Judged = list[set[str]]


def main(small: bool) -> None:
    """Print one JSON object for each figure."""
    documents = [document(at) for at in range(DOCUMENTS)]
    some = documents[: SMALL_SAXON if small else SAXON]
    saxon = by_stylesheet()
    assert_equal(ours(some), saxon(some))
    rates: dict[str, list[float]] = {"ours": [], "saxon": []}
    for _ in range(SMALL_ROUNDS if small else ROUNDS):
        rates["ours"].append(rate(ours, documents))
        rates["saxon"].append(rate(saxon, some))
    ratios = [ours / saxon for ours, saxon in zip(rates["ours"], rates["saxon"], strict=True)]
    rules = sum(len(load_ruleset(name).rules) for name in RULESETS[PROFILE])
    against = f"Saxon, {statistics.median(rates['saxon']):,.0f} invoices/s; {rules} rules"
    show("vs_schematron", statistics.median(ratios), "ratio", against)
    show("invoices_per_second", statistics.median(rates["ours"]), "invoices/CPU-s", against)


def document(at: int) -> bytes:
    """A document of two lines; every seventh is spoilt."""
    written = write(replace(draft(at), profile=PROFILE))
    return written.replace(*SPOILT[at % len(SPOILT)]) if at % 7 == 3 else written


def ours(documents: list[bytes]) -> Judged:
    """The rules that fire at each document."""
    return [
        {finding.rule for finding in judgement.findings} for judgement in judge(documents, PROFILE)
    ]


def by_stylesheet() -> Callable[[list[bytes]], Judged]:
    """The same rules in Saxon, compiled once."""
    processor = PySaxonProcessor(license=False)
    text = stylesheet([load_ruleset(name) for name in RULESETS[PROFILE]])
    compiled = processor.new_xslt30_processor().compile_stylesheet(stylesheet_text=text)

    def judged(documents: list[bytes]) -> Judged:
        found = []
        for content in documents:
            node = processor.parse_xml(xml_text=content.decode())
            lines = compiled.transform_to_string(xdm_node=node) or ""
            found.append({rule for rule, _ in fired(lines)})
        return found

    return judged


def rate(work: Callable[[list[bytes]], Judged], documents: list[bytes]) -> float:
    """Documents a CPU second."""
    started = time.process_time()
    work(documents)
    return len(documents) / (time.process_time() - started)


def assert_equal(mine: Judged, other: Judged) -> None:
    """The same rules fire at every document, and some do."""
    for at, (one, two) in enumerate(zip(mine, other, strict=True)):
        assert one == two, f"document {at}: ours alone {one - two}, Saxon alone {two - one}"
    assert len(set().union(*mine)) >= len(SPOILT), "nothing to find"


def show(name: str, value: float, unit: str, against: str) -> None:
    """One figure as a line of JSON."""
    figure = {"name": f"format_check.{name}", "value": round(value, 1), "unit": unit}
    print(json.dumps(figure | {"against": against}))


if __name__ == "__main__":
    main("--small" in sys.argv)
