"""Reads a block's `manifest.toml`; a fault names the file, the key and what was expected."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

from gevinst.engines.blockkit import pieces
from gevinst.engines.blockkit.contract import Manifest, Parameter, RegisterSpec, Text


class ManifestError(ValueError):
    """The manifest is not usable."""


def load_manifest(path: Path) -> Manifest:
    """The manifest in `path`. Raises `ManifestError` with the file and the key at fault."""
    try:
        return _manifest(_with_pieces(_read(path)))
    except KeyError as missing:
        raise ManifestError(f"{path}: the key {missing} is missing") from missing
    except ManifestError as fault:
        raise ManifestError(f"{path}: {fault}") from fault
    except (tomllib.TOMLDecodeError, LookupError, TypeError, InvalidOperation) as fault:
        raise ManifestError(f"{path}: {fault}") from fault


def _read(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))


def _with_pieces(raw: Mapping[str, Any]) -> dict[str, Any]:
    """The manifest with what its pieces say, the first named first; its own words go before theirs."""
    shared: dict[str, Any] = {}
    for piece in raw.get("pieces", ()):
        shared = pieces.merged(shared, _read(pieces.folder(piece) / pieces.MANIFEST))
    return pieces.merged(shared, raw)


def _manifest(raw: Mapping[str, Any]) -> Manifest:
    effort = raw["effort"]
    return Manifest(
        key=raw["key"],
        name=_text(raw["name"]),
        summary=_text(raw["summary"]),
        version=raw["version"],
        owner=raw["owner"],
        kle=tuple(raw["kle"]),
        form=tuple(raw["form"]),
        inputs=tuple(raw["inputs"]),
        registers=tuple(_register(name, spec) for name, spec in raw["registers"].items()),
        parameters=tuple(_parameter(name, spec) for name, spec in raw["parameters"].items()),
        queues={name: _text(text) for name, text in raw["queues"].items()},
        manual_minutes=Decimal(str(effort["manual_minutes"])),
        exception_minutes=Decimal(str(effort["exception_minutes"])),
        minutes_source=_text(effort["source"]),
        relations=tuple(_register(name, spec) for name, spec in raw.get("relations", {}).items()),
        pieces=tuple(raw.get("pieces", ())),
        built_from=tuple(raw.get("built_from", ())),
    )


def _register(name: str, spec: Mapping[str, Any]) -> RegisterSpec:
    required, personal = spec.get("required", True), frozenset(spec.get("personal", ()))
    titles = {column: _text(text) for column, text in spec.get("titles", {}).items()}
    key, cvr = tuple(spec.get("key", ())), frozenset(spec.get("cvr", ()))
    optional = frozenset(spec.get("optional", ()))
    named = personal | titles.keys() | set(key) | cvr | optional
    unknown = sorted(named - spec["columns"].keys())
    if unknown:
        raise ManifestError(f"{name} has no column {unknown[0]!r}")
    return RegisterSpec(
        name,
        _text(spec["title"]),
        dict(spec["columns"]),
        required,
        personal,
        titles,
        max_age_days=spec.get("max_age_days"),
        key=key,
        cvr=cvr,
        optional=optional,
    )


def _parameter(name: str, spec: Mapping[str, Any]) -> Parameter:
    default, unit = str(spec["default"]), spec.get("unit", "")
    return Parameter(name, _text(spec["title"]), spec["kind"], default, unit)


def _text(pair: Mapping[str, str]) -> Text:
    return Text(da=pair["da"], en=pair["en"])
