"""A file between its dry run and its confirmation: kept with what it would change, then emptied."""

from __future__ import annotations

import base64
import zlib
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from gevinst.engines.exchange.codes import CodeList, read_codes
from gevinst.engines.exchange.faults import UnreadableFile
from gevinst.engines.exchange.kitos import KitosFile, read_kitos
from gevinst.features.catalogue.actions.registers import telling
from gevinst.features.catalogue.actions.registers.codes import plan_codes, take_codes
from gevinst.features.catalogue.actions.registers.kitos import plan_systems, take_systems
from gevinst.features.catalogue.actions.registers.wording import fault_told
from gevinst.features.catalogue.models import ImportRun
from gevinst.features.catalogue.permissions import require_may_curate, require_may_import
from gevinst.shared.actor import Actor
from gevinst.shared.errors import DomainError

SOURCES = ("kle", "form", "kla", "kitos")


def plan(*, source: str, content: bytes, filename: str, by: Actor) -> ImportRun:
    """A run that says what the file would change. Raises "not-allowed", "invalid" for another file."""
    made = dry(source=source, content=content, filename=filename, by=by)
    made.report["waiting"] = base64.b64encode(zlib.compress(content)).decode()
    made.save()
    return made


def dry(*, source: str, content: bytes, filename: str, by: Actor) -> ImportRun:
    """What the file would change, kept nowhere. Raises "not-allowed", "invalid"."""
    _require(source, by)
    report = _planned(_read(source, content), by)
    return ImportRun(source=source, filename=filename[-200:], by_id=by.user_id, report=report)


def run(run_id: int, *, by: Actor) -> ImportRun:
    """A run of one's own, or any for those who answer for all. Raises `DomainError("not-found")`."""
    found = ImportRun.objects.filter(pk=run_id, source__in=SOURCES).first()
    if found is None or not (by.national or by.system or found.by_id == by.user_id):
        raise DomainError("not-found", _("There is no such import."))
    return found


def waits(found: ImportRun) -> bool:
    """Whether the run is a dry run that nobody has confirmed."""
    return "waiting" in found.report


def confirm(*, run_id: int, by: Actor) -> ImportRun:
    """Takes the file in, as the register stands now. Raises "not-found", "not-allowed", "already-done"."""
    with transaction.atomic():
        ImportRun.objects.select_for_update().filter(pk=run_id).first()
        found = run(run_id, by=by)
        _require(found.source, by)
        if not waits(found):
            raise DomainError("already-done", _("The file is taken in already."))
        content = zlib.decompress(base64.b64decode(found.report["waiting"]))
        found.report = _taken(_read(found.source, content), by)
        found.save(update_fields=["report"])
    return found


def take(*, source: str, content: bytes, filename: str, by: Actor) -> ImportRun:
    """A file taken in at once. Raises "not-allowed", "invalid"."""
    made = plan(source=source, content=content, filename=filename, by=by)
    return confirm(run_id=made.pk, by=by)


def _require(source: str, by: Actor) -> None:
    if source == "kitos":
        require_may_import(by)
    else:
        require_may_curate(by)


def _read(source: str, content: bytes) -> CodeList | KitosFile:
    try:
        return read_kitos(content) if source == "kitos" else read_codes(source, content)
    except UnreadableFile as fault:
        raise DomainError("invalid", fault_told(fault.code, fault.facts)) from fault


def _planned(read: CodeList | KitosFile, by: Actor) -> dict[str, Any]:
    if isinstance(read, KitosFile):
        return telling.of_systems(read, plan_systems(read, by))
    return telling.of_codes(read, plan_codes(read))


def _taken(read: CodeList | KitosFile, by: Actor) -> dict[str, Any]:
    if isinstance(read, KitosFile):
        return telling.of_systems(read, take_systems(read=read, by=by))
    return telling.of_codes(read, take_codes(read=read, by=by))
