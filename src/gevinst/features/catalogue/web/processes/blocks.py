"""What a process page says of the building block behind it, in the reader's language."""

from __future__ import annotations

from typing import NamedTuple

from django.utils.translation import get_language

from gevinst.engines.blockkit import BlockNotFound, Manifest, block


class BlockFacts(NamedTuple):
    """The facts of a manifest that a reader asks for."""

    name: str
    summary: str
    version: str
    owner: str
    registers: list[str]
    inputs: list[str]


def block_facts(key: str) -> BlockFacts | None:
    """The facts of a block; None when it is not installed here."""
    manifest = _manifest(key)
    if manifest is None:
        return None
    language = get_language() or "da"
    return BlockFacts(
        name=manifest.name.in_language(language),
        summary=manifest.summary.in_language(language),
        version=manifest.version,
        owner=manifest.owner,
        registers=[spec.title.in_language(language) for spec in manifest.registers],
        inputs=list(manifest.inputs),
    )


def block_name(key: str) -> str:
    """The block's name; its key when it is not installed here."""
    manifest = _manifest(key)
    return manifest.name.in_language(get_language() or "da") if manifest else key


def _manifest(key: str) -> Manifest | None:
    try:
        return block(key).manifest
    except (BlockNotFound, ImportError):
        return None
