"""Runs every benchmark of this folder and prints the figures as a table (`make bench`).

Arguments are handed on to each (`--small`). Ends with 1 when one of them failed.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve()


def main(arguments: list[str]) -> int:
    """Runs one benchmark after the other, so that none disturbs another's figures."""
    failed = []
    figures = []
    for program in sorted(HERE.parent.glob("*.py")):
        if program == HERE:
            continue
        print(f"{program.stem} …", file=sys.stderr, flush=True)
        done = subprocess.run(
            [sys.executable, str(program), *arguments],
            stdout=subprocess.PIPE,
            text=True,
            check=False,
        )
        figures += [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]
        if done.returncode:
            failed.append(program.stem)
    print(table(figures))
    if failed:
        print(f"failed: {', '.join(failed)}", file=sys.stderr)
    return 1 if failed else 0


def table(figures: list[dict[str, object]]) -> str:
    """The figures in columns, names to the left, values to the right."""
    rows = [("figure", "value", "unit", "against")]
    rows += [
        (str(f["name"]), f"{f['value']:,}", str(f.get("unit", "")), str(f.get("against", "")))
        for f in figures
    ]
    widths = [max(len(row[i]) for row in rows) for i in range(4)]
    lines = [
        f"{n:<{widths[0]}}  {v:>{widths[1]}}  {u:<{widths[2]}}  {a}".rstrip() for n, v, u, a in rows
    ]
    return "\n".join([lines[0], "-" * max(map(len, lines)), *lines[1:]])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
