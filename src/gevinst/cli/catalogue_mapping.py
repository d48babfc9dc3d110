"""Which column of a CSV file is which field, from a file and from options."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from gevinst.cli.language import spoken


def mapping_of(file: Path | None, columns: tuple[str, ...]) -> dict[str, Any] | None:
    """The mapping; None where nothing is said, so that the headings are guessed from.

    `columns` are FIELD=COLUMN and stand above the file.
    """
    if file is None and not columns:
        return None
    from gevinst.features.catalogue.actions.importing.sources import mapping_file

    found = mapping_file(file.read_bytes()) if file else {}
    for stated in columns:
        field, equals, column = stated.partition("=")
        if not equals:
            said = spoken("Skriv FELT=KOLONNE, ikke", "Write FIELD=COLUMN, not")
            raise click.UsageError(f"{said} {stated!r}")
        found[field.strip()] = column.strip()
    return found
