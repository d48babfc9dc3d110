"""See README.md."""

from gevinst.engines.businesscase.figures.formula import Formula, FormulaError, parse
from gevinst.engines.businesscase.figures.goal_seek import Solution, integers, solve
from gevinst.engines.businesscase.figures.interval import Interval
from gevinst.engines.businesscase.figures.published import Display, Published, Qualifier
from gevinst.engines.businesscase.figures.reading import read
from gevinst.engines.businesscase.figures.sweep import Hits, hits, sweep
from gevinst.engines.businesscase.figures.verdict import Check, How, Reproduces, Verdict, judge

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
