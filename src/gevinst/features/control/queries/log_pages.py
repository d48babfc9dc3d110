"""The decision log some entries at a time, one entry with those about the same item, and its rule book."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from gevinst.engines.blockkit.registry import BlockNotFound
from gevinst.engines.control import RuleBook, RuleFault
from gevinst.engines.control.files import unpack
from gevinst.engines.decisionlog.model import Batch, Kind
from gevinst.features.control.models import Evidence, LogEntry, RuleSet
from gevinst.features.control.rule_files import kept_book
from gevinst.shared.errors import DomainError


@dataclass(frozen=True, slots=True)
class LogWanted:
    """Which entries: of an item, with a verdict, made on some days, and before an entry's number."""

    reference: str = ""
    verdict: str = ""
    first_on: date | None = None
    last_on: date | None = None
    before: int | None = None


def log_rows(authority_id: int, robot_key: str, wanted: LogWanted) -> QuerySet[LogEntry]:
    """The entries, newest first. Not yet fetched."""
    rows = LogEntry.objects.filter(authority=authority_id, robot_key=robot_key)
    if wanted.reference:
        rows = rows.filter(reference=wanted.reference)
    if wanted.verdict:
        # The payload is canonical JSON: this is how a verdict is written in it.
        rows = rows.filter(payload__contains=f'"verdict":{json.dumps(wanted.verdict)}')
    if wanted.first_on:
        rows = rows.filter(at__gte=_midnight(wanted.first_on))
    if wanted.last_on:
        rows = rows.filter(at__lt=_midnight(wanted.last_on + timedelta(days=1)))
    if wanted.before is not None:
        rows = rows.filter(seq__lt=wanted.before)
    return rows.order_by("-seq")


def log_entry(authority_id: int, robot_key: str, seq: int) -> LogEntry:
    """The entry of that number. Raises `DomainError("not-found")`."""
    found = LogEntry.objects.filter(authority=authority_id, robot_key=robot_key, seq=seq).first()
    if found is None:
        raise DomainError("not-found", _("There is no such entry in the decision log."), seq=seq)
    return found


def about_same(entry: LogEntry) -> tuple[LogEntry | None, LogEntry | None]:
    """The entry before and the one after that are about the same item."""
    if not entry.reference:
        return None, None
    rows = LogEntry.objects.filter(
        authority=entry.authority_id, robot_key=entry.robot_key, reference=entry.reference
    )
    before = rows.filter(seq__lt=entry.seq).order_by("-seq").first()
    return before, rows.filter(seq__gt=entry.seq).order_by("seq").first()


def last_about(authority_id: int, robot_keys: list[str], reference: str) -> LogEntry | None:
    """The last entry about the item of that reference in the logs of those robots."""
    asked = Q(authority=authority_id, robot_key__in=robot_keys, reference=reference)
    return LogEntry.objects.filter(asked).order_by("-at", "-seq").first()


def batch_of(entry: LogEntry) -> Batch | None:
    """The batch that a decision was made in, or that the entry is of; None for what a person did."""
    payload = json.loads(entry.payload)
    if payload["kind"] == Kind.BATCH:
        return Batch.of(payload)
    if payload["kind"] != Kind.DECISION:
        return None
    row = log_entry(entry.authority_id, entry.robot_key, payload["batch"])
    return Batch.of(json.loads(row.payload))


def rules_of(batch: Batch) -> RuleBook | None:
    """The rule book that decided the batch; None where it was not kept, or is no longer understood."""
    kept = Evidence.objects.filter(pk=batch.rules).first()
    try:
        return kept_book(batch.block, unpack(bytes(kept.content))) if kept else None
    except (BlockNotFound, RuleFault, ValueError):
        return None


def parameters_of(batch: Batch) -> Mapping[str, str]:
    """The parameters that the batch was decided with, as text; none where they were not kept."""
    kept = Evidence.objects.filter(pk=batch.parameters).first()
    found: dict[str, str] = json.loads(bytes(kept.content)) if kept else {}
    return found


def rule_set_of(batch: Batch, authority_id: int) -> RuleSet | None:
    """The authority's own rule book that decided the batch; None where the block's own rules did."""
    found = RuleSet.objects.filter(authority=authority_id, digest=batch.digest)
    return found.order_by("-live_from", "-approved_at").first()


def span(authority_id: int, robot_key: str) -> tuple[datetime, datetime] | None:
    """When the first and the last entry were made; None for an empty log."""
    rows = LogEntry.objects.filter(authority=authority_id, robot_key=robot_key).order_by("seq")
    first, last = rows.first(), rows.last()
    return (first.at, last.at) if first and last else None


def _midnight(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))
