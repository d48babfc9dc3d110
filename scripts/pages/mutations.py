"""`mutations.md`: what catches a change of one field in a sound invoice, and what nothing catches."""

from __future__ import annotations

from collections.abc import Sequence

from gevinst.blocks.invoice_control.mutations.catching import Caught, caught
from pages.markdown import code, table

HEAD = """# Mutations

A sound invoice of one scan, changed in one field at a time; each change is read, decided by the controls and
judged by the format rules. *Control* is the code that the document is refused with, or the first rule that
keeps it from being paid. *Format* are the fatal format rules. A change that neither catches is paid as it is.
"""


def page() -> str:
    """The page."""
    found = caught()
    free = [each for each in found if not each.is_caught]
    kept = sum(each.by_control for each in found)
    said = f"{len(found)} changes: {len(found) - len(free)} are caught, {kept} of them by the controls alone."
    parts = [HEAD, said, "\n## Caught\n", _table([each for each in found if each.is_caught])]
    parts += ["\n## Not caught\n", _table(free), "", NOTE]
    return "\n".join(parts)


NOTE = """What is not caught is a text or a reference that no register is asked about, a date of payment,
or a number beside the one that identifies a party: the legal registration number decides who the supplier
is, and the account is held against those paid to before."""


def _table(rows: Sequence[Caught]) -> str:
    head = ["Part", "Field", "Change", "Control", "Format"]
    return table(head, [_row(each) for each in rows])


def _row(each: Caught) -> list[object]:
    formats = ", ".join(map(code, each.formats))
    mutation = each.mutation
    return [
        mutation.part,
        code(mutation.path),
        mutation.change,
        code(each.refusal or each.rule),
        formats,
    ]
