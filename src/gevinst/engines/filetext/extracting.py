"""The text of a file that was checked, and how far it was read."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from gevinst.engines.filetext import packages
from gevinst.engines.filetext.compound import entry_names
from gevinst.engines.filetext.kinds import Family, Kind, kind_of_name
from gevinst.engines.filetext.limits import Limits
from gevinst.engines.filetext.refusal import Refusal
from gevinst.engines.filetext.texts.locked import Locked
from gevinst.engines.filetext.texts.markup import Spoken, heard
from gevinst.engines.filetext.texts.office import office_text
from gevinst.engines.filetext.texts.opendocument import opendocument_text
from gevinst.engines.filetext.texts.pdf import TooMuch, pdf_text
from gevinst.engines.filetext.texts.plain import lines

_ANYTHING = Spoken(block=frozenset(), named=True)


class Reading(StrEnum):
    """How far a file was read."""

    READ = "read"
    PARTLY = "partly"
    NOTHING = "nothing"
    LOCKED = "locked"
    BROKEN = "broken"


@dataclass(frozen=True, slots=True)
class Extract:
    """The text, a line a paragraph; what was read before a fault is kept."""

    text: str
    reading: Reading


def extract(kind: Kind, content: bytes, limits: Limits) -> Extract:
    """What can be searched of a file. Faults of the file are told by `reading`, never raised.

    >>> from gevinst.engines.filetext import kind_of_name
    >>> extract(kind_of_name("a.md"), b"# Plan\\n\\nFase 1", Limits())
    Extract(text='# Plan\\nFase 1', reading=<Reading.READ: 'read'>)
    """
    said: list[str] = []
    reading = _gathered(_pieces(kind, content, limits), said, limits.characters)
    if reading == Reading.READ and not said:
        reading = Reading.NOTHING
    return Extract("\n".join(said), reading)


def _gathered(pieces: Iterator[str], said: list[str], room: int) -> Reading:
    """Takes pieces until there is no more room. A reader may raise anything on a file made to break it."""
    try:
        for piece in pieces:
            line = _storable(piece)
            said += [line[:room]] if line and room > 0 else []
            room -= len(line) + 1
            if room <= 0:
                return Reading.PARTLY
    except Locked:
        return Reading.LOCKED
    except TooMuch:
        return Reading.PARTLY
    except Exception:
        return Reading.BROKEN
    return Reading.READ


def _storable(piece: str) -> str:
    """One line without zeros and halves of characters, which no database takes."""
    whole = piece.replace("\0", " ").encode("utf-8", "ignore").decode("utf-8")
    return " ".join(whole.split())


def _pieces(kind: Kind, content: bytes, limits: Limits) -> Iterator[str]:
    match kind.family:
        case Family.TEXT:
            return lines(content)
        case Family.XML:
            return heard(content, _ANYTHING)
        case Family.PDF:
            return pdf_text(content, limits.pages)
        case Family.OFFICE | Family.OPEN_DOCUMENT | Family.ARCHIVE:
            return _packed(kind, content, limits)
        case _:  # pictures
            return iter(())


def _packed(kind: Kind, content: bytes, limits: Limits) -> Iterator[str]:
    if entry_names(content):
        raise Locked
    package = packages.opened(content, limits)
    if isinstance(package, Refusal):
        raise TooMuch
    if package is None:
        raise packages.Damaged
    if kind.family == Family.ARCHIVE:
        yield from _members(package, limits)
    elif kind.family == Family.OFFICE:
        yield from office_text(package)
    else:
        yield from opendocument_text(package)


def _members(package: zipfile.ZipFile, limits: Limits) -> Iterator[str]:
    """The name of each member and what is written in it; those that cannot be read are passed over."""
    for name in packages.names(package):
        yield name
        kind = kind_of_name(name)
        if kind is not None and kind.family != Family.ARCHIVE:
            yield from extract(kind, packages.part(package, name), limits).text.splitlines()
