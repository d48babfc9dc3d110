"""Reads a publiccode.yml (https://yml.publiccode.tools), without anything that YAML could blow up with."""

from __future__ import annotations

from typing import Any

import yaml

from gevinst.engines.exchange.processes import FileFault, Reading, Record
from gevinst.engines.exchange.processes.draft import Draft
from gevinst.engines.exchange.processes.texts import one_line
from gevinst.engines.exchange.publiccode.taking import take

SOURCE = "publiccode"
MOST_BYTES = 1024 * 1024


class _Plain(yaml.SafeLoader):
    """YAML without references: a short file stays short when it is read."""

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        if self.check_event(yaml.events.AliasEvent):
            raise yaml.YAMLError("alias")
        return super().compose_node(parent, index)


def read_publiccode(content: bytes) -> Reading:
    """The process that the file describes; its id is the address of the repository.

    Raises `FileFault`: "too-large", "not-yaml", "not-publiccode".

    >>> read_publiccode(b"publiccodeYmlVersion: '0.4'\\nname: A\\nurl: https://x.org/a.git").records[0].title
    'A'
    """
    found = _parsed(content)
    if not isinstance(found, dict) or not {"publiccodeYmlVersion", "name"} & set(found):
        raise FileFault("not-publiccode", "publiccodeYmlVersion")
    return Reading((_record({str(name): value for name, value in found.items()}),))


def _parsed(content: bytes) -> Any:
    if len(content) > MOST_BYTES:
        raise FileFault("too-large", str(len(content)))
    try:
        return yaml.load(content, _Plain)  # noqa: S506 - a SafeLoader
    except yaml.MarkedYAMLError as fault:
        mark = fault.problem_mark
        place = f"line {mark.line + 1}, column {mark.column + 1}" if mark else ""
        raise FileFault("not-yaml", place) from fault
    except (yaml.YAMLError, ValueError, RecursionError) as fault:
        raise FileFault("not-yaml", "") from fault


def _record(found: dict[str, Any]) -> Record:
    draft = Draft(SOURCE, "publiccode.yml")
    take(draft, found)
    return draft.record(one_line(str(found.get("url") or "")))
