"""The words of the benefit tree, by the engine's codes."""

from __future__ import annotations

from typing import Final

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from gevinst.engines.businesscase.readiness.tree_nodes import Kind
from gevinst.engines.businesscase.readiness.tree_words import TreeWords

# Kind of a node in the benefit tree -> its word.
KINDS: Final = {
    "purpose": _("Purpose"),
    "change": pgettext_lazy("benefit tree", "Change"),
    "intermediate": _("Intermediate benefit"),
    "end": _("End benefit"),
    "indicator": _("Indicator"),
}

# Code of a note on the tree -> what a box or the list says.
TREE_NOTES: Final = {
    "orphan": _("No arrow"),
    "end-without-indicator": _("No indicator"),
    "indicator-without-data-source": _("No data source"),
    "indicator-without-owner": _("Nobody responsible"),
    "measure-not-on-indicator": _("Measured, but no indicator"),
    "cycle": _("The arrows run in a ring"),
    "arrow-backwards": _("An arrow runs backwards"),
    "unknown-node": _("An arrow leads to something that is not there"),
}

TREE_TITLE: Final = _("Benefit tree")
TREE_DESCRIPTION: Final = _(
    "The purpose leads by changes to benefits, and each end benefit is measured."
)


def tree_words() -> TreeWords:
    """The words of the drawing in the language of the request."""
    return TreeWords(
        title=str(TREE_TITLE),
        description=str(TREE_DESCRIPTION),
        kinds={kind: str(KINDS[kind.value]) for kind in Kind},
        owner=str(_("Owner")),
        unit=str(_("Unit")),
        data_source=str(_("Data source")),
        lacks={code: str(words) for code, words in TREE_NOTES.items()},
    )
