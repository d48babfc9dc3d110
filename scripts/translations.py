"""The Danish texts: `extract` lists what the code says, `merge` takes pairs in, `check` fails on a gap.

python scripts/translations.py merge pairs.po …   msgid/msgstr pairs into the catalogue, sorted
python scripts/translations.py check              every text has its Danish, none is left over
"""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any, NamedTuple

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_python
from babel.messages.pofile import read_po, write_po
from django.conf import settings
from django.utils.translation.template import templatize

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "src/gevinst"
CATALOGUE = SOURCE / "shared/locale/da/LC_MESSAGES/django.po"
KEYWORDS = (
    "_",
    "gettext",
    "gettext_lazy",
    "gettext_noop",
    "ngettext",
    "ngettext_lazy",
    "pgettext",
    "pgettext_lazy",
    "npgettext",
)
PLACEHOLDER = re.compile(r"%\((\w+)\)[sd]|\{(\w*)\}")
Key = tuple[str | None, str]


class Text(NamedTuple):
    """A text in the code: its context, singular, plural (or ""), and where it stands."""

    context: str | None
    singular: str
    plural: str
    places: tuple[str, ...]


def texts() -> dict[Key, Text]:
    """Every text of the package, by context and msgid."""
    found: dict[Key, Text] = {}
    places: dict[Key, list[str]] = defaultdict(list)
    for path in sorted([*SOURCE.rglob("*.py"), *SOURCE.rglob("*.html"), *SOURCE.rglob("*.txt")]):
        if "tests" in path.parts or "migrations" in path.parts:
            continue
        for line, context, singular, plural in _in_file(path):
            key = (context, singular)
            places[key].append(f"{path.relative_to(ROOT)}:{line}")
            known = found.get(key)
            many = plural or (known.plural if known else "")
            found[key] = Text(context, singular, many, tuple(places[key]))
    return found


def _in_file(path: Path) -> Iterator[tuple[int, str | None, str, str]]:
    source = path.read_text(encoding="utf-8")
    if path.suffix != ".py":
        # What is not a text comes out as words without order: indentation would be a fault of Python's.
        plain = templatize(source, origin=str(path)).splitlines()
        source = "\n".join(line.strip() for line in plain)
    calls: Iterator[Any] = extract_python(
        BytesIO(source.encode()), dict.fromkeys(KEYWORDS), [], {"encoding": "utf-8"}
    )
    for line, function, given, _comments in calls:
        words = given if isinstance(given, tuple) else (given,)
        words = tuple(word for word in words if isinstance(word, str))
        if not words:
            continue
        context = words[0] if "pgettext" in function else None
        rest = words[1:] if context is not None else words
        if rest and rest[0]:
            yield line, context, rest[0], rest[1] if "n" in function.split("gettext")[0] else ""


def held() -> Catalog:
    """The catalogue as it is; an empty one where there is none."""
    if not CATALOGUE.exists():
        return Catalog(locale="da", domain="django", fuzzy=False)
    return read_po(CATALOGUE.read_bytes().splitlines(keepends=True), locale="da", domain="django")


def danish(catalogue: Catalog) -> dict[Key, Message]:
    """The messages by context and singular."""
    return {(m.context, _singular(m)): m for m in catalogue if m.id}


def _singular(message: Message) -> str:
    return message.id[0] if isinstance(message.id, tuple) else str(message.id)


def merge(files: list[Path]) -> int:
    """Takes pairs in; what the code does not say is left out. Writes the file sorted."""
    said, now = texts(), danish(held())
    for file in files:
        lines = file.read_bytes().splitlines(keepends=True)
        now |= {key: m for key, m in danish(read_po(lines, locale="da")).items() if _done(m)}
    fresh = Catalog(
        locale="da",
        domain="django",
        project="Gevinst",
        version="1",
        header_comment="# Gevinst in Danish. Made by scripts/translations.py merge; sorted by msgid.",
        fuzzy=False,
        language_team="Dansk",
        last_translator="Gevinst",
        msgid_bugs_address="Gevinst",
    )
    for (context, singular), text in said.items():
        known = now.get((context, singular))
        wanted = (singular, text.plural) if text.plural else singular
        fresh.add(wanted, _fitted(known, bool(text.plural)), context=context)
    CATALOGUE.parent.mkdir(parents=True, exist_ok=True)
    with CATALOGUE.open("wb") as target:
        write_po(target, fresh, sort_output=True, width=120, omit_header=False)
    _without_clock()
    lacking = sum(not _done(m) for m in fresh if m.id)
    print(f"{len(said)} texts, {lacking} without Danish")
    return 0


def _without_clock() -> None:
    """A file that does not change by being written again."""
    kept = [
        line
        for line in CATALOGUE.read_text(encoding="utf-8").splitlines(keepends=True)
        if not line.startswith(('"POT-Creation-Date', '"PO-Revision-Date', '"Generated-By'))
    ]
    CATALOGUE.write_text("".join(kept), encoding="utf-8")


def _fitted(known: Message | None, plural: bool) -> str | tuple[str, ...]:
    string = known.string if known else ""
    if plural:
        return string if isinstance(string, tuple) else (str(string), str(string))
    return string[0] if isinstance(string, tuple) else str(string)


def _done(message: Message) -> bool:
    string = message.string
    return all(string) if isinstance(string, tuple) else bool(string)


def faults() -> list[str]:
    """What is wrong between the code and the catalogue, one line each."""
    said, known = texts(), danish(held())
    wrong = [
        f"no Danish: {t.singular!r} ({t.places[0]})" for k, t in said.items() if k not in known
    ]
    for key, message in known.items():
        if key not in said:
            wrong.append(f"not used: {key[1]!r}")
        elif not _done(message):
            wrong.append(f"no Danish: {key[1]!r} ({said[key].places[0]})")
        else:
            wrong += _placeholders(message)
    return wrong


def _placeholders(message: Message) -> list[str]:
    ids = message.id if isinstance(message.id, tuple) else (message.id,)
    strings = message.string if isinstance(message.string, tuple) else (message.string,)
    wanted: set[str] = set().union(*(_names(str(one)) for one in ids))
    return [
        f"placeholders differ: {ids[0]!r} / {one!r}"
        for one in strings
        if _names(str(one)) - wanted or (len(ids) == 1 and _names(str(one)) != wanted)
    ]


def _names(text: str) -> set[str]:
    return {a or b for a, b in PLACEHOLDER.findall(text)}


def check() -> int:
    """0 when the catalogue is complete, else 1 with the faults printed."""
    wrong = faults()
    print("\n".join(wrong) or "every text has its Danish")
    return bool(wrong)


def extract() -> int:
    """Prints the texts that have no Danish as pairs to fill in."""
    known = danish(held())
    for key, text in texts().items():
        if key not in known or not _done(known[key]):
            _print_pair(text)
    return 0


def _print_pair(text: Text) -> None:
    print(f"#: {text.places[0]}")
    if text.context is not None:
        print(f"msgctxt {_quoted(text.context)}")
    print(f"msgid {_quoted(text.singular)}")
    if text.plural:
        print(f'msgid_plural {_quoted(text.plural)}\nmsgstr[0] ""\nmsgstr[1] ""\n')
    else:
        print('msgstr ""\n')


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'


def main(arguments: list[str]) -> int:
    """Runs the subcommand."""
    if not settings.configured:
        settings.configure(USE_I18N=True)
    match arguments:
        case ["extract"]:
            return extract()
        case ["merge", *files]:
            return merge([Path(file) for file in files])
        case ["check"]:
            return check()
    print(__doc__)
    return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
