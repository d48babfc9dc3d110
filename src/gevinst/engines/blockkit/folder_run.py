"""Runs a block on a folder of files with no host around it: reads, decides, proposes payments."""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from gevinst.engines.blockkit.contract import (
    Block,
    Decided,
    Delivery,
    Item,
    Judgement,
    Refused,
    Registers,
    Verdict,
)

INVOICES = "invoices"
SETTINGS = "control.toml"
Progress = Callable[[int, int], None]
Keep = Callable[[bytes], object]


class FolderFault(ValueError):
    """The folder cannot be run: says what is wrong and what was expected."""


@dataclass(frozen=True, slots=True)
class Received:
    """One file, its name relative to the folder, and what the block made of it."""

    name: str
    outcome: Item | Refused


@dataclass(frozen=True, slots=True)
class Settings:
    """What `control.toml` in the folder says: the control date, parameters, and the block ("": not said)."""

    on: date | None
    parameters: Mapping[str, str]
    block: str = ""


@dataclass(frozen=True, slots=True)
class FolderRun:
    """What came of a folder: each document once, `copies` the files with the very bytes of another."""

    on: date
    parameters: Mapping[str, str]
    received: tuple[Received, ...]
    copies: tuple[tuple[str, str], ...]
    decisions: Mapping[str, Decided]
    delivery: Delivery
    judgement: Judgement

    def items(self) -> Iterator[tuple[str, Item, Decided]]:
        """Each document that was read, with its decision."""
        for each in self.received:
            if isinstance(each.outcome, Item):
                yield each.name, each.outcome, self.decisions[each.outcome.reference]

    def refused(self) -> Iterator[tuple[str, Refused]]:
        """Each document that was not read."""
        for each in self.received:
            if isinstance(each.outcome, Refused):
                yield each.name, each.outcome


def settings(folder: Path) -> Settings:
    """The folder's own settings, none where it has no `control.toml`. Raises `FolderFault`."""
    file = folder / SETTINGS
    if not file.is_file():
        return Settings(None, {})
    try:
        raw = tomllib.loads(file.read_text(encoding="utf-8"))
        on, parameters = raw.get("on"), raw.get("parameters", {})
        if not isinstance(on, date | None):
            raise FolderFault(f"{file}: `on` is to be a date, as in on = 2026-11-02")
        given = {name: str(value) for name, value in parameters.items()}
        return Settings(on, given, str(raw.get("block", "")))
    except (ValueError, AttributeError) as fault:
        raise FolderFault(f"{file}: {fault}") from fault


def documents(folder: Path, without: Path) -> list[Path]:
    """The XML files of `folder` in the order of their names, those of its folder `invoices` where it has
    one; nothing under `without`. Raises `FolderFault` when there is none."""
    inside = folder / INVOICES
    root = inside if inside.is_dir() else folder
    files = sorted(
        path
        for path in root.rglob("*")
        if path.suffix.lower() == ".xml" and not path.is_relative_to(without)
    )
    if not files:
        raise FolderFault(f"{root}: there is no .xml file")
    return files


def run_folder(
    block: Block,
    files: Sequence[Path],
    root: Path,
    registers: Registers,
    *,
    on: date,
    parameters: Mapping[str, str],
    progress: Progress = lambda done, total: None,
    keep: Keep = lambda content: None,
) -> FolderRun:
    """Every file read and decided once, in the order given. Raises `RegisterFault` and what `decide` raises.

    `progress` is called with (done, total) after each file, `keep` with the content of each document.
    """
    first: dict[str, str] = {}
    received, copies = [], []
    for number, file in enumerate(files, 1):
        name, content = str(file.relative_to(root)), file.read_bytes()
        digest = hashlib.sha256(content).hexdigest()
        if digest in first:
            copies.append((name, first[digest]))
        else:
            first[digest] = name
            keep(content)
            received.append(Received(name, block.read(content, name)))
        progress(number, len(files))
    items = [each.outcome for each in received if isinstance(each.outcome, Item)]
    judgement = block.judge_batch(items, registers, on, parameters)
    decisions = {each.reference: each for each in judgement.decided}
    approved = [each for each in items if decisions[each.reference].verdict is Verdict.APPROVE]
    delivery = block.deliver(approved)
    read = tuple(received)
    return FolderRun(on, parameters, read, tuple(copies), decisions, delivery, judgement)
