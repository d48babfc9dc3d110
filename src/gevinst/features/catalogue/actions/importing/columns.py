"""Which column of a CSV file is which field, said by a person after the file was looked at."""

from __future__ import annotations

from dataclasses import replace

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from gevinst.engines.exchange.csvfile import Table, guessed, opened
from gevinst.engines.exchange.csvfile.mapping import TARGETS as EVERY
from gevinst.engines.exchange.processes import FileFault
from gevinst.features.catalogue.actions.importing.planning import plan
from gevinst.features.catalogue.actions.importing.reporting import report
from gevinst.features.catalogue.actions.importing.sources import Options, read, unreadable
from gevinst.features.catalogue.models import ImportRun
from gevinst.shared.actor import Actor
from gevinst.shared.errors import DomainError

# Kept of a source for its own sake: nobody chooses them for a list of their own.
TARGETS = EVERY - {"created_on", "changed_on", "parts", "part_of"}


def columns_of(run: ImportRun) -> tuple[list[str], list[str], dict[str, str]]:
    """The headings, an example of each column, and which field has which heading now."""
    options = Options(**run.options)
    table = _table(run, options)
    first = next((row for _line, row in table.rows if any(row)), ())
    examples = [first[n][:60] if n < len(first) else "" for n in range(len(table.headings))]
    chosen = guessed(table.headings).columns if options.mapping is None else options.mapping
    return list(table.headings), examples, {k: v for k, v in chosen.items() if k != "fixed"}


def remap(*, run_id: int, chosen: dict[str, str], by: Actor) -> ImportRun:
    """Makes the dry run again. `chosen` maps "kolonne-<number>" to a field, or to nothing.

    Raises "not-found", for what is no CSV file too, "already-done"; "invalid" where no column is the title.
    """
    from gevinst.features.catalogue.actions.importing.runs import held

    with transaction.atomic():
        run = held(run_id, by)
        if run.source != "csv":
            raise DomainError("not-found", _("There is no such import."))
        options = Options(**run.options)
        headings = _table(run, options).headings
        mapping: dict[str, str] = {}
        for number, heading in enumerate(headings):
            field = chosen.get(f"kolonne-{number}", "")
            if field in TARGETS:
                mapping.setdefault(field, heading)
        options = replace(options, mapping=mapping)
        content = bytes(run.content or b"")
        made = plan(read("csv", content, options), by=by, authority_id=run.authority_id)
        run.options, run.report, run.total = options.stored(), report(made), len(made.records)
        run.save(update_fields=["options", "report", "total"])
    return run


def _table(run: ImportRun, options: Options) -> Table:
    try:
        return opened(
            bytes(run.content or b""), encoding=options.encoding, delimiter=options.delimiter
        )
    except FileFault as fault:
        raise unreadable(fault) from fault
