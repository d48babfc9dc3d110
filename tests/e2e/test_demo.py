"""The demo as a user meets it: it adds up, it is quick the second time, and nothing is done twice."""

from __future__ import annotations

import csv
import re
import subprocess
import time
from collections import Counter
from decimal import Decimal

from tests.e2e.installation import INVOICES, Site, command


def counts(printed: str) -> dict[str, int]:
    """The lines of the summary: label to number; of a robot's lines those of the first robot."""
    found = re.findall(r"^ *(\S.*?)  +([\d.]+)(?:  .*)?$", printed, re.MULTILINE)
    return {label.strip(" ·"): int(number.replace(".", "")) for label, number in reversed(found)}


def test_the_summary_agrees_with_the_answer_key(site: Site) -> None:
    with (site.home / "demo" / "answer_key.csv").open(encoding="utf-8") as file:
        key = Counter(row["verdict"] for row in csv.DictReader(file))
    said = counts(site.printed)
    assert said["Modtaget"] == INVOICES == sum(key.values())
    assert said["Betalt urørt"] == key["approve"]
    assert said["Sendt til skranken"] == key["refer"]
    assert said["Venter på patientregisteret"] == key["wait"]
    assert said["Kan ikke læses"] == key["refused"]


def test_the_money_adds_up_to_the_oere(site: Site) -> None:
    amounts = [
        Decimal(text.replace(".", "").replace(",", "."))
        for text in re.findall(r"(-?[\d.]+,\d\d) kr\.$", site.printed, re.MULTILINE)
    ]
    received, *parts = amounts[:4]
    assert received == sum(parts)


def test_the_second_time_is_quick_and_repeats_nothing(site: Site) -> None:
    began = time.monotonic()
    again = subprocess.run(
        command("demo", "--no-serve", "--processes", "0"),
        env=site.environment,
        capture_output=True,
        text=True,
    )
    assert again.returncode == 0, again.stderr
    assert again.stdout.strip() == site.printed.strip().partition("…\n")[2].strip() or (
        counts(again.stdout) == counts(site.printed)
    )
    assert time.monotonic() - began < 15
