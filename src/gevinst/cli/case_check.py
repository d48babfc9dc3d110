"""A checked case as lines for a terminal and as JSON."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from gevinst.cli.case_output import WIDTH
from gevinst.cli.case_run import Checked, is_error
from gevinst.cli.language import language, spoken
from gevinst.engines.businesscase.casefile.document import CaseFault
from gevinst.engines.businesscase.casefile.plain_values import note_json
from gevinst.engines.businesscase.checks import CODES, Severity
from gevinst.engines.businesscase.notes import Note

SEVERITIES = {
    Severity.ERROR: ("FEJL", "ERROR"),
    Severity.WARNING: ("ADVARSEL", "WARNING"),
    Severity.INFO: ("bemærk", "note"),
}


def fault_line(fault: CaseFault, file: Path) -> str:
    """A fault as editors and compilers write it: file:line:column: what."""
    where = ".".join(str(step) for step in fault.path)
    return f"{file}:{fault.line}:{fault.column}: {where + ': ' if where else ''}{fault.reason}"


def check_lines(found: Checked, file: Path) -> str:
    """One line a fault, the findings, and what it comes to."""
    faults = [fault_line(fault, file) for fault in found.faults]
    return "\n".join([*faults, *note_lines(found.notes), _verdict(found)])


def _verdict(found: Checked) -> str:
    if found.case is None:
        count = len(found.faults)
        return spoken(
            f"{count} fejl: casen kan ikke regnes ud.", f"{count} faults: it cannot be worked out."
        )
    errors = sum(is_error(note) for note in found.notes)
    title = found.case.title
    if errors:
        return spoken(f"{title}: {errors} fejl.", f"{title}: {errors} errors.")
    return spoken(f"{title}: kan regnes ud.", f"{title}: can be worked out.")


def note_lines(notes: Iterable[Note]) -> Iterator[str]:
    """The findings, each with its code and what it means."""
    for note in notes:
        explained = CODES[note.code]
        trap = f", {spoken('fælde', 'trap')} {explained.trap}" if explained.trap else ""
        label = spoken(*SEVERITIES[explained.severity])
        told = f"{label} [{note.code}{trap}] {note.told(language())}"
        yield from textwrap.wrap(told, WIDTH, subsequent_indent="    ")
        meaning = explained.explanation.in_language(language())
        yield from textwrap.wrap(meaning, WIDTH, initial_indent="    ", subsequent_indent="    ")


def check_json(found: Checked, file: Path) -> dict[str, Any]:
    """The same as an object."""
    return {
        "file": str(file),
        "sound": found.sound,
        "faults": [
            {
                "line": each.line,
                "column": each.column,
                "path": list(each.path),
                "reason": each.reason,
            }
            for each in found.faults
        ],
        "notes": [note_json(note) for note in found.notes],
    }
