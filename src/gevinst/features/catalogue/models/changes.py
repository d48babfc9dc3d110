"""The change feed: which process changed when. Triggers write it, so nothing that writes can forget it.

Readers follow by (`tx`, `id`): a transaction's rows come into sight only when it commits, so a reader takes
those of transactions older than the oldest one still running (`queries.changes`).
"""

from __future__ import annotations

from typing import ClassVar

import pgtrigger
from django.db import models


class Change(models.Model):
    """A process was saved, or deleted; also when something that hangs on it was."""

    PERSONAL: ClassVar[tuple[str, ...]] = ()

    process_id = models.BigIntegerField()
    deleted = models.BooleanField(default=False)
    at = models.DateTimeField()
    tx = models.BigIntegerField()

    class Meta:
        indexes = [
            models.Index(fields=["tx", "id"], name="change_order"),
            models.Index(fields=["process_id", "-id"], name="change_of_process"),
        ]

    def __str__(self) -> str:
        return f"{self.process_id}@{self.tx}"


def _note(row: str, column: str, *, deleted: bool = False) -> str:
    return f"""INSERT INTO catalogue_change (process_id, deleted, at, tx)
        VALUES ({row}.{column}, {deleted}, clock_timestamp(), pg_current_xact_id()::text::bigint);"""  # noqa: S608 - own SQL


def noted(column: str, *, root: bool = False) -> pgtrigger.Trigger:
    """A trigger for a table whose `column` names the process; `root` for the processes themselves."""
    return pgtrigger.Trigger(
        name="noted",
        when=pgtrigger.After,
        operation=pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete,
        func=f"""
            IF TG_OP = 'DELETE' THEN {_note("old", column, deleted=root)} RETURN old; END IF;
            {_note("new", column)}
            RETURN new;
        """,
    )


_MANY = """INSERT INTO catalogue_change (process_id, deleted, at, tx)
    SELECT id, false, clock_timestamp(), pg_current_xact_id()::text::bigint FROM catalogue_process"""


def _row(side: str, what: str) -> str:
    return f"ROW({', '.join(f'{side}.{name}' for name in what.split(', '))})"


def renamed(*arrays: str, what: str) -> pgtrigger.Trigger:
    """A trigger for what processes name by its id: those that do are noted when its name changes.

    `arrays` are the columns of a process that hold ids; `what` the columns that search reads.
    """
    return pgtrigger.Trigger(
        name="renamed",
        when=pgtrigger.After,
        operation=pgtrigger.Update,
        condition=pgtrigger.Condition(f"{_row('OLD', what)} IS DISTINCT FROM {_row('NEW', what)}"),
        func=f"""{_MANY} WHERE new.id = ANY({" || ".join(arrays)}); RETURN new;""",
    )


def retitled(operation: pgtrigger.Operation) -> pgtrigger.Trigger:
    """A trigger for codes: the processes that have one of those with a new title are noted, at one go."""
    updated = operation == pgtrigger.Update
    before = (
        "JOIN before ON before.id = codes.id AND before.title <> codes.title" if updated else ""
    )
    return pgtrigger.Trigger(
        name=f"retitled_{'update' if updated else 'insert'}",
        when=pgtrigger.After,
        level=pgtrigger.Statement,
        operation=operation,
        referencing=pgtrigger.Referencing(  # type: ignore[no-untyped-call]
            old="before" if updated else None, new="codes"
        ),
        func=f"""{_MANY} WHERE id IN (
            SELECT p.id FROM catalogue_process p CROSS JOIN unnest(p.kle || p.form || p.kla) AS held
            JOIN codes ON codes.code = held {before}); RETURN NULL;""",  # noqa: S608 - own SQL
    )
