"""`roles.md`: which role has which rights."""

from __future__ import annotations

from gevinst.shared.actor import RIGHTS, Right, Role
from pages.markdown import code, table

HEAD = """# Roles and rights

From `shared/actor.py`. A role is held at one authority; the national administrator's holds at all of them.
What no row grants is refused. The right `work_desk` is what lets a person see person numbers.
"""


def page() -> str:
    """The page."""
    rows = [
        [role.label, code(role.value), *("yes" if right in RIGHTS[role] else "" for right in Right)]
        for role in Role
    ]
    return f"{HEAD}\n{table(['Role', 'Code', *(code(right.value) for right in Right)], rows)}\n"
