"""A YAML text into a document: exact numbers, plain keys that stand once, no alias around itself."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import yaml

from gevinst.engines.businesscase.casefile.document import CaseFault, Document, Path

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
MAX_BYTES = 2_000_000
TAG = "tag:yaml.org,2002:"


def parsed(text: str) -> Document:
    """The document of a text.

    Raises: CaseFault for what is not YAML, is too long, repeats a key or uses an alias.
    """
    if len(text.encode()) > MAX_BYTES:
        raise CaseFault(f"the file is longer than {MAX_BYTES} bytes", line=1)
    try:
        root = yaml.compose(text, Loader=LOADER)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        raise CaseFault(f"not YAML: {error.problem}", line=line, column=column) from error
    except yaml.YAMLError as error:
        raise CaseFault(f"not YAML: {error}", line=1) from error
    return Document(_plain(root, (), set()), root)


def _plain(node: yaml.Node | None, path: Path, above: set[int]) -> Any:
    if node is None:
        return None
    if id(node) in above:
        raise _at(node, path, "an alias that contains itself")
    above = above | {id(node)}
    if isinstance(node, yaml.MappingNode):
        return _mapping(node, path, above)
    if isinstance(node, yaml.SequenceNode):
        return [_plain(each, (*path, at), above) for at, each in enumerate(node.value)]
    return _scalar(node)


def _mapping(node: yaml.MappingNode, path: Path, above: set[int]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in node.value:
        if not isinstance(key, yaml.ScalarNode):
            raise _at(key, path, "expected a plain key")
        if key.value in found:
            raise _at(key, path, f"{key.value!r} stands here twice")
        found[key.value] = _plain(value, (*path, key.value), above)
    return found


def _scalar(node: yaml.Node) -> Any:
    kind, text = node.tag.removeprefix(TAG), str(node.value)
    if kind == "null":
        return None
    if kind == "bool":
        return text.lower() in ("true", "yes", "on")
    if kind in ("int", "float"):
        return _number(text)
    return text


def _number(text: str) -> int | Decimal | str:
    plain = text.replace("_", "")
    try:
        value = Decimal(plain)
    except ArithmeticError:
        return text
    if not value.is_finite():
        return text
    return int(value) if plain.lstrip("+-").isdigit() else value


def _at(node: yaml.Node, path: Path, reason: str) -> CaseFault:
    return CaseFault(reason, path, node.start_mark.line + 1, node.start_mark.column + 1)
