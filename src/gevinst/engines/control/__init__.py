"""Rules over relations: read `README.md`, then `model.py`."""

from gevinst.engines.control.evaluate import evaluate, table
from gevinst.engines.control.examples import Example
from gevinst.engines.control.files import digest, pack, rule_files, unpack
from gevinst.engines.control.findings import Judged, Subject
from gevinst.engines.control.model import Case, Fact, Rule, RuleBook
from gevinst.engines.control.places import RuleFault
from gevinst.engines.control.plan import Plan, execute, plan
from gevinst.engines.control.rulebook import load_rulebook
from gevinst.engines.control.stale import Source
from gevinst.engines.control.trial import ExampleFault, check_examples
from gevinst.engines.control.verdict import verdict

__all__ = [
    "Case",
    "Example",
    "ExampleFault",
    "Fact",
    "Judged",
    "Plan",
    "Rule",
    "RuleBook",
    "RuleFault",
    "Source",
    "Subject",
    "check_examples",
    "digest",
    "evaluate",
    "execute",
    "load_rulebook",
    "pack",
    "plan",
    "rule_files",
    "table",
    "unpack",
    "verdict",
]
