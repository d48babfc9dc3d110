"""The building blocks of a process, each with the newest version that is known."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from gevinst.engines.blockkit import BlockNotFound, Manifest, block
from gevinst.engines.reuse.versions import newer, newest
from gevinst.features.catalogue.models import BlockUse
from gevinst.features.catalogue.queries.reading import readable_ids
from gevinst.shared.actor import Actor


@dataclass(frozen=True, slots=True)
class AttachedBlock:
    """`newest` is the newest version above the attached one, "" when there is none.

    It is that of the installed block; of one that is not installed here, the newest in use elsewhere.
    """

    use: BlockUse
    manifest: Manifest | None
    newest: str


def attached(actor: Actor, process_id: int) -> list[AttachedBlock]:
    """The blocks of a process that `actor` may read."""
    uses = list(BlockUse.objects.filter(process_id=process_id))
    known = _elsewhere(actor, {use.key for use in uses})
    return [_attached(use, known) for use in uses]


def manifest_of(key: str) -> Manifest | None:
    """The manifest of a block; None when it is not installed here."""
    try:
        return block(key).manifest
    except (BlockNotFound, ImportError):
        return None


def _attached(use: BlockUse, known: dict[str, set[str]]) -> AttachedBlock:
    manifest = manifest_of(use.key)
    best = manifest.version if manifest else newest(sorted(known.get(use.key, ())))
    return AttachedBlock(use, manifest, best if newer(best, use.version) else "")


def _elsewhere(actor: Actor, keys: Collection[str]) -> dict[str, set[str]]:
    rows = BlockUse.objects.filter(key__in=keys, process__in=readable_ids(actor))
    found: dict[str, set[str]] = {}
    for key, version in rows.values_list("key", "version"):
        found.setdefault(key, set()).add(version)
    return found
