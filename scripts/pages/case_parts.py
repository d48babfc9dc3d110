"""The parts of a case file that their own rooms read: agreements, the tree, readiness, the story."""

from __future__ import annotations

from dataclasses import fields

from gevinst.engines.businesscase.readiness.theme import Question
from gevinst.engines.businesscase.readiness.themes import themes
from gevinst.engines.businesscase.readiness.tree_nodes import Kind, Measure
from pages.markdown import code, table

AGREEMENTS = {
    "operating, payers, temporary": "Who runs it, who has agreed to pay, who leaves again: lists of parties.",
    "volume": "The assumption that counts the volume.",
    "commitments[]": "`party`, `phase` (development, operation) and `amounts`, DKK by year.",
    "step_down[]": "Shares that become `after` once the party `recouped` has its money back, or the "
    "volume is above `volume_above`.",
    "exits[]": "A `party` that leaves `on` a date; `takes_over` says who takes which share.",
}


def parts() -> str:
    """The sections."""
    return "\n".join([_agreements(), _tree(), _readiness()])


def _agreements() -> str:
    rows = [[code(name), words] for name, words in AGREEMENTS.items()]
    words = "`agreements`: a rule with `lines` holds for these, else for every line that is shared."
    return f"\n## Agreements\n\n{words}\n\n{table(['Key', 'Meaning'], rows)}\n"


def _tree() -> str:
    kinds = ", ".join(code(kind) for kind in Kind)
    measure = ", ".join(code(each.name) for each in fields(Measure))
    return (
        "## The benefit tree\n\n"
        f"`tree`: `nodes` (`id`, `kind`, `title`, `owner`) and `edges` (`source`, `target`).\n"
        f"Kinds: {kinds}. An indicator has a `measure`: {measure}.\n"
        "An end benefit may name `lines` of the case and entries of the `register` that it stands for.\n"
    )


def _readiness() -> str:
    rows = [
        [code(each.code), each.text, *_risk(each)] for theme in themes() for each in theme.questions
    ]
    optional = ", ".join(code(theme.code) for theme in themes() if theme.optional)
    head = table(["Question", "", "Risk where it is missing", "Probability", "Cost"], rows)
    return (
        "## Readiness\n\n"
        "`readiness`: question → 0 missing, 1 partly, 2 in place. The weakest theme sets the colour. A gap\n"
        "proposes a risk; its cost is a share of the investment. A theme that is not relevant stands with\n"
        f"an empty value: {optional}.\n\n{head}\n\n"
        "The sections of `story`: [publish a case](../how-to/publish-a-case.md).\n"
    )


def _risk(question: Question) -> list[object]:
    risk = question.risk
    return [risk.title, risk.probability, risk.share]
