"""A commented `registers.yaml` to start from, made from what a block declares."""

from __future__ import annotations

import json
from collections.abc import Iterator

from gevinst.engines.blockkit.contract import Manifest, RegisterSpec, Text

HEAD = Text(
    """\
# Hvor registrene kommer fra. Ret stier og navne til jeres egne, og prøv med
#   gevinst registers check registers.yaml
# Stier regnes fra denne fils mappe. Netop én kilde for hvert register:
#   csv: befolkning_*.csv          den nyeste fil, der passer til mønsteret
#   parquet: befolkning.parquet
#   xlsx: aftaler.xlsx             med sheet: og header_row:, hvis det ikke er første ark og række
#   postgresql: {connection: REGISTER_DSN_X, query: "SELECT …", timeout_seconds: 300}
#     Adressen med adgangskode står i miljøvariablen REGISTER_DSN_X, aldrig her.
# Desuden, hvor det er nødvendigt:
#   delimiter: ";"                 ellers ; hvor første linje har det, ellers komma (tab: tabulator)
#   encoding: windows-1252         ellers utf-8
#   decimal: ","                   ellers punktum
#   dates: [DD-MM-YYYY]            ISO 8601 (2026-10-31) går altid
#   columns: {Kildens navn: blokkens_navn}
#   constants: {region: "1082"}    en kolonne, kilden ikke har
#   values: {region: {Region Midtjylland: "1082"}}   en værdi, der ikke er nævnt, er en fejl, …
#   keep_unlisted: [region]        … medmindre den skal blive stående
#   digits: {cpr: 10}              tag bindestreg og mellemrum ud, og sæt tabte nuller på foran
#   extract: file                  filens egen tid; eller {name: _YYYYMMDD}, {column: Udtrukket},
#                                  {at: 2026-10-31T05:00}; for postgresql: query
#   max_age_days: 8                ældre udtræk bruges ikke; reglerne bliver "kan ikke afgøres"
""",
    """\
# Where the registers come from. Put in your own paths and names, and try with
#   gevinst registers check registers.yaml
# Paths begin in the folder of this file. Exactly one source a register:
#   csv: population_*.csv          the newest file that fits the pattern
#   parquet: population.parquet
#   xlsx: agreements.xlsx          with sheet: and header_row: where not the first sheet and row
#   postgresql: {connection: REGISTER_DSN_X, query: "SELECT …", timeout_seconds: 300}
#     The address with its password is in the environment variable REGISTER_DSN_X, never here.
# And where needed:
#   delimiter: ";"                 else ; where the first line has it, else a comma (tab: tabulator)
#   encoding: windows-1252         else utf-8
#   decimal: ","                   else a point
#   dates: [DD-MM-YYYY]            ISO 8601 (2026-10-31) always goes
#   columns: {The source's name: the_blocks_name}
#   constants: {region: "1082"}    a column that the source does not have
#   values: {region: {Region Midtjylland: "1082"}}   a value that is not listed is a fault, …
#   keep_unlisted: [region]        … unless it is to stay as it is
#   digits: {cpr: 10}              take hyphens and spaces out, put lost zeros back in front
#   extract: file                  the file's own time; or {name: _YYYYMMDD}, {column: Taken},
#                                  {at: 2026-10-31T05:00}; for postgresql: query
#   max_age_days: 8                an older extract is not used; its rules become undecided
""",
)
NEEDED = Text("skal være der", "required")
OPTIONAL = Text("må undværes", "may be absent")


def example(manifest: Manifest, language: str) -> str:
    """The file in that language: it can be read as it is, and describes CSV files with Danish heads.

    An optional register stands as a comment.
    """
    parts = [HEAD.in_language(language), "timezone: Europe/Copenhagen\n\nregisters:\n"]
    for spec in manifest.registers:
        lines = _register(spec, language)
        parts.append("\n".join(lines if spec.required else map(_as_comment, lines)) + "\n\n")
    return "".join(parts).rstrip("\n") + "\n"


def _register(spec: RegisterSpec, language: str) -> Iterator[str]:
    need = (NEEDED if spec.required else OPTIONAL).in_language(language)
    yield f"  # {spec.title.in_language(language)}; {need}"
    yield f"  {spec.name}:"
    yield f"    csv: {spec.name}_*.csv"
    yield '    delimiter: ";"'
    yield "    columns:"
    for column, kind in spec.columns.items():
        title = spec.titles[column].in_language(language) if column in spec.titles else column
        yield f"      {json.dumps(title, ensure_ascii=False)}: {column}  # {kind}"
    if "date" in spec.columns.values():
        yield "    dates: [DD-MM-YYYY]"
    if {"money", "decimal"} & set(spec.columns.values()):
        yield '    decimal: ","'
    digits = dict.fromkeys(spec.personal, 10) | dict.fromkeys(spec.cvr, 8)
    if digits:
        listed = ", ".join(f"{name}: {digits[name]}" for name in spec.columns if name in digits)
        yield f"    digits: {{{listed}}}"
    yield "    extract: file"
    yield f"    max_age_days: {spec.max_age_days or 31}"


def _as_comment(line: str) -> str:
    return line if line.lstrip().startswith("#") else f"  # {line[2:]}"
