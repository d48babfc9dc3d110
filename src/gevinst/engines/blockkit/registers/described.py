"""Reads `registers.yaml`: for each register its source, or a fault with file, line, column and the reason."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from gevinst.engines.blockkit.contract import Manifest, RegisterSpec
from gevinst.engines.blockkit.registers import extracts, formats
from gevinst.engines.blockkit.registers.places import Place, read_yaml
from gevinst.engines.blockkit.registers.source import COPENHAGEN, Query, Source

KINDS = ("csv", "parquet", "xlsx", "postgresql")
SHARED = (
    "columns", "constants", "values", "keep_unlisted", "digits", "dates", "extract", "max_age_days",
)  # fmt: skip
OWN: Mapping[str, tuple[str, ...]] = {
    "csv": ("delimiter", "encoding", "decimal", "header_row"),
    "parquet": ("decimal",),
    "xlsx": ("decimal", "sheet", "header_row"),
    "postgresql": (),
}
ENCODINGS = ("utf-8", "utf-8-sig", "latin-1", "iso-8859-1", "windows-1252")
TAB = "\t"
CONNECTION = re.compile(r"REGISTER_DSN_[A-Z0-9_]+")


def sources(file: Path, manifest: Manifest) -> dict[str, Source]:
    """The sources of the manifest's registers that the file describes.

    The file may describe registers of other blocks too; they are held to the same form.
    Raises `RegisterFault`.
    """
    top = read_yaml(file).record(("registers", "timezone"), ("registers",))
    zone = _zone(top["timezone"]) if "timezone" in top else COPENHAGEN
    specs = {spec.name: spec for spec in manifest.registers}
    made = {
        name: _source(place, specs.get(name), zone)
        for name, (_, place) in top["registers"].pairs().items()
    }
    return {name: source for name, source in made.items() if name in specs}


def _source(place: Place, spec: RegisterSpec | None, zone: ZoneInfo) -> Source:
    named = [kind for kind in KINDS if kind in place.pairs()]
    if len(named) != 1:
        listed = ", ".join(KINDS)
        raise place.fault(
            f"netop én kilde ventet: {listed}", f"expected exactly one source: {listed}"
        )
    [kind] = named
    given = place.record((kind, *OWN[kind], *SHARED))
    parts: dict[str, Any] = {key: READERS[key](given[key]) for key in given if key in READERS}
    for key, reader in OF_COLUMNS.items():
        if key in given:
            parts[key] = reader(given[key], spec)
    if "extract" in given:
        parts["moment"] = extracts.described(given["extract"], kind)
    where = "query" if kind == "postgresql" else "pattern"
    parts[where] = _query(given[kind]) if where == "query" else _file_pattern(given[kind])
    _refuse_both(given, parts)
    return Source(kind, zone=zone, **parts)


def _zone(place: Place) -> ZoneInfo:
    try:
        return ZoneInfo(place.text())
    except (ValueError, OSError, LookupError) as unknown:
        raise place.fault(
            "en tidszone ventet, fx Europe/Copenhagen",
            "expected a time zone, as in Europe/Copenhagen",
        ) from unknown


def _file_pattern(place: Place) -> str:
    return place.text()


def _query(place: Place) -> Query:
    given = place.record(("connection", "query", "timeout_seconds"), ("connection", "query"))
    name = given["connection"].text()
    if not CONNECTION.fullmatch(name):
        # The value is not repeated: it may be an address with a password in it.
        raise given["connection"].fault(
            "navnet på en miljøvariabel ventet, fx REGISTER_DSN_POPULATION; aldrig selve adressen",
            "expected the name of an environment variable, as in REGISTER_DSN_POPULATION; never the"
            " address itself",
        )
    seconds = given["timeout_seconds"].whole() if "timeout_seconds" in given else 300
    return Query(name, given["query"].text(), seconds)


def _delimiter(place: Place) -> str:
    text = place.value() or ""
    found = TAB if text in {"tab", "\\t"} else text
    if len(found) != 1 or found in {'"', "\n", "\r"}:
        raise place.fault(
            f"ét tegn eller tab ventet, fandt {text!r}",
            f"expected one character or tab, found {text!r}",
        )
    return found


def _encoding(place: Place) -> str:
    return place.choice(ENCODINGS)


def _decimal(place: Place) -> str:
    return place.choice((",", "."))


def _dates(place: Place) -> tuple[str, ...]:
    return tuple(_date(each) for each in place.items())


def _date(place: Place) -> str:
    try:
        return formats.pattern(place.text())
    except ValueError as wrong:
        raise place.fault(
            f"et datoformat ventet, fx DD-MM-YYYY, fandt {place.text()!r}",
            f"expected a date format, as in DD-MM-YYYY, found {place.text()!r}",
        ) from wrong


def _columns(place: Place, spec: RegisterSpec | None) -> dict[str, str]:
    """Block's name -> source's; written the other way, as one reads it off the file."""
    found: dict[str, str] = {}
    for theirs, (_, value) in place.pairs().items():
        ours = _declared(value, value.text(), spec)
        if ours in found:
            raise value.fault(
                f"kolonnen {ours!r} er allerede givet af {found[ours]!r}",
                f"the column {ours!r} is given by {found[ours]!r} already",
            )
        found[ours] = theirs
    return found


def _constants(place: Place, spec: RegisterSpec | None) -> dict[str, str | None]:
    return {
        _declared(key, name, spec): value.value() for name, (key, value) in place.pairs().items()
    }


def _values(place: Place, spec: RegisterSpec | None) -> dict[str, dict[str, str | None]]:
    return {
        _declared(key, name, spec): {
            theirs: ours.value() for theirs, (_, ours) in value.pairs().items()
        }
        for name, (key, value) in place.pairs().items()
    }


def _unlisted(place: Place, spec: RegisterSpec | None) -> frozenset[str]:
    return frozenset(_declared(each, each.text(), spec) for each in place.items())


def _digits(place: Place, spec: RegisterSpec | None) -> dict[str, int]:
    return {
        _declared(key, name, spec): value.whole() for name, (key, value) in place.pairs().items()
    }


def _declared(place: Place, column: str, spec: RegisterSpec | None) -> str:
    """The column's name, one of the block's; anything for a register of another block."""
    if spec is not None and column not in spec.columns:
        listed = ", ".join(spec.columns)
        raise place.fault(
            f"{spec.name} har ingen kolonne {column!r}; ventet: {listed}",
            f"{spec.name} has no column {column!r}; expected {listed}",
        )
    return column


def _refuse_both(given: Mapping[str, Place], parts: Mapping[str, Any]) -> None:
    both = sorted(parts.get("columns", {}).keys() & parts.get("constants", {}).keys())
    if both:
        raise given["constants"].fault(
            f"{both[0]!r} står også under columns", f"{both[0]!r} stands under columns too"
        )


READERS: Mapping[str, Callable[[Place], object]] = {
    "delimiter": _delimiter,
    "encoding": _encoding,
    "decimal": _decimal,
    "header_row": Place.whole,
    "sheet": Place.text,
    "dates": _dates,
    "max_age_days": Place.whole,
}
OF_COLUMNS: Mapping[str, Callable[[Place, RegisterSpec | None], object]] = {
    "columns": _columns,
    "constants": _constants,
    "values": _values,
    "keep_unlisted": _unlisted,
    "digits": _digits,
}
