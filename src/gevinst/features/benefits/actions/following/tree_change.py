"""Writes a change of the benefit tree, and says in words why it cannot be made."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _

from gevinst.engines.businesscase.readiness.tree_rows import TreeFault
from gevinst.features.benefits.actions.following.part_writing import part_of, write_part
from gevinst.features.benefits.casework.paths import Data
from gevinst.features.benefits.models import BusinessCase
from gevinst.shared.actor import Actor
from gevinst.shared.errors import DomainError

Change = Callable[[Data], Mapping[str, Any]]
FAULTS = {
    "no-kind": (_("Choose what it is."), "kind"),
    "taken": (_("There is one of that name already."), "title"),
    "no-title": (_("Give it a title."), "title"),
    "no-node": (_("It is not in the tree any more."), ""),
    "arrow-there": (_("The arrow is there already."), "target"),
    "arrow-backwards": (
        _("An arrow runs forward: from purpose to change, benefit, end benefit and indicator."),
        "target",
    ),
    "cycle": (_("The arrow would close a ring."), "target"),
    "no-arrow": (_("The arrow is not in the tree any more."), ""),
}


def change_tree(case: BusinessCase, change: Change, by: Actor) -> BusinessCase:
    """The case with its tree changed. Raises `DomainError("invalid")` with the field, and as `write_part`."""

    def write(data: Data) -> None:
        try:
            data["tree"] = dict(change(part_of(data, "tree")))
        except TreeFault as fault:
            message, field = FAULTS[fault.code]
            raise DomainError("invalid", message, field=field, fault=fault.code) from fault

    return write_part(case=case, change=write, by=by)
