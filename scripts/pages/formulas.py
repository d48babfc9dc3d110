"""`formulas.md`: what a formula of a business case may be written with, and how much it may cost."""

from __future__ import annotations

from gevinst.engines.businesscase.calculus.values import BUILT_IN
from gevinst.engines.businesscase.figures import effort, grammar
from gevinst.engines.businesscase.figures.functions import FUNCTIONS, METHODS
from gevinst.engines.businesscase.proof.names import RESULTS
from pages.formula_words import MEANINGS, RESULT_MEANINGS
from pages.markdown import code, table

HEAD = """# Formulas

A term of a driver, an assumption that is worked out and the check of a published figure are formulas:
`fte_before - fte_after`, `100*roi`, `half_up(visits*minutes/60*52, 1)`. The language is small and its
own; nothing of it is ever run as Python. The same formula is worked out exactly (decimals, 50 digits)
and over arrays of simulations ([why](../adr/0018-one-evaluation-for-decimal-and-numpy.md)).

**Written with**: numbers, names, `+ - * / // % **`, comparisons, `and or not`, `a if b else c`, lists,
`[... for x in ...]`, an index or a slice. A fraction that does not end (1/3) is carried to 50 digits;
halves are rounded away from zero where a function says so, and only there.
"""


class UntoldName(LookupError):
    """A function or a result that this page has no words for, or words without it."""


def page() -> str:
    """The page. Raises `UntoldName`."""
    parts = [HEAD, _names(), _functions(), _limits()]
    return "\n".join(parts)


def _told(meanings: dict[str, str], held: set[str]) -> list[list[str]]:
    if apart := sorted(meanings.keys() ^ held):
        raise UntoldName(f"told and not there, or the reverse: {', '.join(apart)}")
    return [[code(name), words] for name, words in meanings.items()]


def _names() -> str:
    rows = _told(RESULT_MEANINGS, set(RESULTS))
    built_in = ", ".join(map(code, BUILT_IN))
    words = (
        f"Every formula knows the assumptions of the case and {built_in}: the calendar year, and the\n"
        "number of years since the first. The check of a published figure knows its own inputs and what\n"
        "the case comes to under the check's reading as well; `line_NAME` is a line's and `party_NAME`\n"
        "a party's net, DKK by year, with `_` for `-`.\n"
    )
    return f"## Names\n\n{words}\n{table(['Result', 'What it is'], rows)}\n"


def _functions() -> str:
    rows = _told(MEANINGS, set(FUNCTIONS))
    methods = ", ".join(f"`.{name}`" for name in METHODS)
    return (
        f"## Functions\n\n{table(['Function', 'What it gives'], rows)}\n\nMethods: {methods}.\n"
        "`math.` and `statistics.` may stand before a function.\n"
    )


def _limits() -> str:
    rows = [
        ["characters", f"{grammar.LONGEST:,}"],
        ["levels of nesting", f"{grammar.DEEPEST:,}"],
        ["steps of work", f"{effort.MOST:,}"],
        ["numbers in a range", f"{effort.LARGEST_RANGE:,}"],
        ["exponent", f"{effort.LARGEST_EXPONENT:,}"],
        ["bits of a whole number", f"{effort.LARGEST_BITS:,}"],
    ]
    words = "A formula that is too long, too deep or too costly is refused with a sentence; it never hangs.\n"
    return f"## Limits\n\n{words}\n{table(['At most', ''], rows)}\n"
