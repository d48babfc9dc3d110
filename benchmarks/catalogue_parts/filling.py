"""Writes processes with their standing into the database in bulk, past the triggers of history and feed."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any

from catalogue_parts.wording import Wording
from gevinst.engines.exchange.sample.skew import sizes
from gevinst.shared.danish import danish_sort_key

AUTHORITIES, SYSTEMS, TECHNOLOGIES = 47, 400, 40
NOW = datetime(2026, 11, 1, tzinfo=UTC)
PHASES = (
    "idea", "preanalysis", "specification", "development", "implementation", "operation", "decommissioned",
)  # fmt: skip
DOMAINS = (
    "administration", "employment", "business", "family", "education", "social", "health", "it", "economy",
)  # fmt: skip
TEXTS = {
    "description": 60,
    "challenge": 30,
    "solution": 30,
    "automation": 24,
    "technical_notes": 20,
}


def fill(connection: Any, processes: int, owner: int) -> None:
    """So many processes over 47 authorities; what is not stated is as a new process has it."""
    connection.execute("SET session_replication_role = replica")
    wording, chance = Wording(3), Random(4)
    for table, number in (("itsystem", SYSTEMS), ("technology", TECHNOLOGIES)):
        _name(connection, table, number, wording)
    places = _shuffled(connection, "SELECT id FROM accounts_authority ORDER BY id", chance)
    known = {
        name: _shuffled(connection, f"SELECT id FROM catalogue_{name} ORDER BY id", chance)
        for name in ("itsystem", "technology")
    }
    first = connection.execute("SELECT coalesce(max(id), 0) + 1 FROM catalogue_process").fetchone()[
        0
    ]
    shares = sizes(processes, min(AUTHORITIES, len(places)))
    held = [place for place, size in zip(places, shares, strict=False) for _ in range(size)]
    columns = _columns(connection)
    rows = (
        _process(first + n, place, owner=owner, known=known, wording=wording, chance=chance)
        for n, place in enumerate(held)
    )
    _copy(connection, "process", columns, rows)
    standings = (_standing(first + n, chance) for n in range(len(held)))
    _copy(connection, "standing", _STANDING, standings)
    connection.execute("SELECT setval('catalogue_process_id_seq', max(id)) FROM catalogue_process")
    connection.execute("SET session_replication_role = origin")


def _shuffled(connection: Any, sql: str, chance: Random) -> list[int]:
    ids = [row[0] for row in connection.execute(sql).fetchall()]
    chance.shuffle(ids)
    return ids


def _name(connection: Any, table: str, number: int, wording: Wording) -> None:
    more = "'', '', '{}', true" if table == "itsystem" else ""
    columns = ", vendor, description, kle, in_use" if table == "itsystem" else ""
    for n in range(number):
        label = f"{wording.title()[:40]} {n}"
        connection.execute(
            f"INSERT INTO catalogue_{table} (label, sort_key, key{columns}) "
            f"VALUES (%s, %s, %s{', ' + more if more else ''})",
            [label, danish_sort_key(label), label.casefold()],
        )


def _columns(connection: Any) -> dict[str, Any]:
    """Every column of a process with the value of a new one; those that a process states come on top."""
    rows = connection.execute(
        "SELECT column_name, data_type FROM information_schema.columns "
        "WHERE table_name = 'catalogue_process' AND is_nullable = 'NO'"
    ).fetchall()
    empty = {"ARRAY": [], "jsonb": "[]", "boolean": False, "timestamp with time zone": NOW}
    return {name: empty.get(kind, "") for name, kind in rows} | {
        "kind": "process", "status": "not_rated", "occurrences": None, "owner_id": None,
    }  # fmt: skip


def _process(
    pk: int,
    place: int,
    *,
    owner: int,
    known: dict[str, list[int]],
    wording: Wording,
    chance: Random,
) -> dict[str, Any]:
    title = wording.title()
    main = f"{chance.randrange(1, 84):02}"
    return {
        "id": pk, "authority_id": place, "title": title, "sort_key": danish_sort_key(title),
        "summary": wording.text(14)[:140],
        **{name: wording.text(length) for name, length in TEXTS.items()},
        "internal_notes": wording.text(16) if chance.random() < 0.3 else "",
        "search_words": " ".join(wording.telling(3))[:500],
        "phase": chance.choices(PHASES, (30, 10, 8, 14, 8, 26, 4))[0],
        "visibility": chance.choices(
            ("public", "all_authorities", "authority", "personal"), (45, 35, 17, 3)
        )[0],
        "owner_id": owner if chance.random() < 0.002 else None,
        "domains": chance.sample(DOMAINS, chance.choice((1, 1, 2))),
        "kle": [f"{main}.{chance.randrange(0, 40):02}.{chance.randrange(0, 30):02}"],
        "form": [f"{chance.randrange(1, 35):02}.{chance.randrange(5, 60, 5):02}"],
        "systems_today": _some(known["itsystem"], chance, 2),
        "systems_used": _some(known["itsystem"], chance, 1),
        "technologies": _some(known["technology"], chance, 1),
        "block_key": "invoice_control" if chance.random() < 0.01 else "",
        "changed_at": NOW - timedelta(minutes=int(chance.random() ** 2 * 3_000_000)),
        "created_at": NOW - timedelta(minutes=3_000_000),
    }  # fmt: skip


def _some(ids: list[int], chance: Random, most: int) -> list[int]:
    """A few, the first ones much more often."""
    return [ids[int(chance.random() ** 3 * len(ids))] for _ in range(chance.randrange(most + 1))]


_STANDING: dict[str, Any] = {
    "process_id": None, "adopters": 0, "followers": 0, "comments": 0, "hours_expected": None,
    "hours_measured": None, "readiness": "E", "refreshed_at": NOW,
}  # fmt: skip


def _standing(pk: int, chance: Random) -> dict[str, Any]:
    return {
        "process_id": pk,
        "adopters": chance.choices((0, 1, 2, 5, 12), (90, 6, 2, 1, 1))[0],
        "hours_expected": chance.randrange(5, 3000) if chance.random() < 0.6 else None,
        "hours_measured": chance.randrange(5, 3000) if chance.random() < 0.1 else None,
        "readiness": chance.choices("ABCDE", (2, 6, 12, 25, 55))[0],
    }


def _copy(
    connection: Any, table: str, usual: dict[str, Any], rows: Iterator[dict[str, Any]]
) -> None:
    names = list(usual | {"id": None} if table == "process" else usual)
    told = ", ".join(f'"{name}"' for name in names)
    with connection.cursor().copy(f"COPY catalogue_{table} ({told}) FROM STDIN") as target:
        for row in rows:
            stated = usual | row
            target.write_row([_value(stated[name]) for name in names])


def _value(value: Any) -> Any:
    return json.dumps(value) if isinstance(value, dict) else value
