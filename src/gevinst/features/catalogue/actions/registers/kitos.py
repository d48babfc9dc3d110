"""Taking in systems from KITOS, and which of them an authority uses."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from uuid import UUID

from django.db import transaction

from gevinst.engines.exchange.kitos import KitosFile, KitosSystem, KitosUsage
from gevinst.features.accounts import queries as accounts
from gevinst.features.catalogue.actions.systems import LONGEST
from gevinst.features.catalogue.models import ItSystem, Landscape
from gevinst.features.catalogue.permissions import require_may_import
from gevinst.shared.actor import Actor, Right
from gevinst.shared.audit import audited

MOST = 25_000  # characters of a description


Difference = tuple[str, object, object]  # name, before, after


@dataclass(slots=True)
class SystemPlan:
    """What a file changes. Usages stand with the authority's id; `strangers` are CVR numbers."""

    new: list[KitosSystem] = field(default_factory=list)
    changed: list[tuple[ItSystem, KitosSystem, list[Difference]]] = field(default_factory=list)
    same: int = 0
    usages: list[tuple[int, KitosUsage]] = field(default_factory=list)
    ended: list[tuple[int, KitosUsage]] = field(default_factory=list)
    strangers: set[str] = field(default_factory=set)


def plan_systems(read: KitosFile, by: Actor) -> SystemPlan:
    """What taking the file in would change; nothing is written."""
    plan = SystemPlan()
    known = _known(read)
    for system in _with_used(read):
        row = known.get(system.uuid) or known.get(_key(system))
        if row is None:
            plan.new.append(system)
        elif differences := _differences(row, system):
            plan.changed.append((row, system, differences))
        else:
            plan.same += 1
    _plan_usages(plan, read, by)
    return plan


def take_systems(*, read: KitosFile, by: Actor) -> SystemPlan:
    """Takes the systems in, and the usages of the authorities that `by` administers.

    A system that is known by its name alone gets its KITOS UUID. Raises `DomainError("not-allowed")`.
    """
    require_may_import(by)
    with transaction.atomic(), audited("catalogue.take_systems", by=by) as entry:
        plan = plan_systems(read, by)
        for system in plan.new:
            _write(ItSystem(), system)
        for row, system, _told in plan.changed:
            _write(row, system)
        _take_usages(plan)
        entry.facts = {
            "new": len(plan.new),
            "changed": len(plan.changed),
            "usages": len(plan.usages),
        }
    return plan


def _known(read: KitosFile) -> dict[UUID | str, ItSystem]:
    """The rows by UUID, and those without one by the key of their name."""
    ids = [system.uuid for system in _with_used(read)]
    keys = [_key(system) for system in _with_used(read)]
    rows: dict[UUID | str, ItSystem] = {
        row.key: row for row in ItSystem.objects.filter(key__in=keys, kitos=None)
    }
    return rows | {row.kitos: row for row in ItSystem.objects.filter(kitos__in=ids) if row.kitos}


def _with_used(read: KitosFile) -> Iterable[KitosSystem]:
    """The systems, and those that only a usage tells of."""
    told = {system.uuid for system in read.systems}
    named = {use.system: use.label for use in read.usages if use.system not in told}
    return [*read.systems, *(KitosSystem(uuid, label) for uuid, label in named.items())]


def _key(system: KitosSystem) -> str:
    return " ".join(system.label[:LONGEST].casefold().split())


def _facts(row: ItSystem, system: KitosSystem) -> dict[str, object]:
    """What the row becomes; what KITOS does not say stays as it was."""
    return {
        "label": system.label[:LONGEST].strip(),
        "vendor": system.vendor[:LONGEST] or row.vendor,
        "description": system.description[:MOST] or row.description,
        "kle": list(system.kle) or row.kle,
        "in_use": system.in_use,
        "kitos": system.uuid,
    }


def _differences(row: ItSystem, system: KitosSystem) -> list[Difference]:
    facts = _facts(row, system)
    if row.label == _apart(system):
        facts.pop("label")
    stated = ((name, getattr(row, name), value) for name, value in facts.items())
    return [(name, before, after) for name, before, after in stated if before != after]


def _write(row: ItSystem, system: KitosSystem) -> None:
    for name, value in _facts(row, system).items():
        setattr(row, name, value)
    if ItSystem.objects.filter(key=_key(system)).exclude(pk=row.pk).exists():
        row.label = _apart(system)
    row.save()


def _apart(system: KitosSystem) -> str:
    """The name of a system whose name another one in KITOS has."""
    return f"{system.label[: LONGEST - 11].strip()} ({str(system.uuid)[:8]})"


def _plan_usages(plan: SystemPlan, read: KitosFile, by: Actor) -> None:
    mine = {place.cvr: place.pk for place in accounts.authorities() if place.cvr}
    for use in read.usages:
        place = mine.get(use.cvr)
        if place is None or not by.may(Right.ADMINISTER, place):
            plan.strangers.add(use.cvr)
        elif use.valid:
            plan.usages.append((place, use))
        else:
            plan.ended.append((place, use))


def _take_usages(plan: SystemPlan) -> None:
    systems = {
        row.kitos: row.pk
        for row in ItSystem.objects.filter(
            kitos__in=[use.system for _place, use in [*plan.usages, *plan.ended]]
        )
    }
    for place, use in plan.usages:
        Landscape.objects.update_or_create(
            authority_id=place,
            system_id=systems[use.system],
            technology=None,
            defaults={"kitos_usage": use.uuid},
        )
    for place, use in plan.ended:
        Landscape.objects.filter(authority_id=place, kitos_usage=use.uuid).delete()
