"""See README.md."""

from gevinst.engines.businesscase.figures.display import Display, Qualifier
from gevinst.engines.businesscase.figures.formula import Formula, FormulaError, parse
from gevinst.engines.businesscase.figures.goal_seek import solve
from gevinst.engines.businesscase.figures.hits import Hits, hits
from gevinst.engines.businesscase.figures.interval import Interval
from gevinst.engines.businesscase.figures.judging import judge
from gevinst.engines.businesscase.figures.published import Published
from gevinst.engines.businesscase.figures.reading import read
from gevinst.engines.businesscase.figures.solution import Solution
from gevinst.engines.businesscase.figures.sweep import sweep
from gevinst.engines.businesscase.figures.verdict import Check, How, Reproduces, Verdict
from gevinst.engines.businesscase.figures.whole_numbers import integers

__all__ = [
    "Check",
    "Display",
    "Formula",
    "FormulaError",
    "Hits",
    "How",
    "Interval",
    "Published",
    "Qualifier",
    "Reproduces",
    "Solution",
    "Verdict",
    "hits",
    "integers",
    "judge",
    "parse",
    "read",
    "solve",
    "sweep",
]
