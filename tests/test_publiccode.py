"""`publiccode.yml` keeps to the standard publiccode.yml 0.4."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).resolve().parent.parent
STATUS = {"concept", "development", "beta", "stable", "obsolete"}
CATEGORIES = {
    "billing-and-invoicing",
    "business-process-management",
    "knowledge-management",
    "workflow-management",
}
NEEDED = {
    "publiccodeYmlVersion": str,
    "name": str,
    "url": str,
    "releaseDate": str,
    "platforms": list,
    "categories": list,
    "developmentStatus": str,
    "softwareType": str,
    "description": dict,
    "legal": dict,
    "maintenance": dict,
    "localisation": dict,
}


@pytest.fixture(scope="module")
def project() -> dict[str, Any]:
    held: dict[str, Any] = yaml.safe_load((ROOT / "publiccode.yml").read_text(encoding="utf-8"))
    return held


@pytest.mark.parametrize(("key", "kind"), NEEDED.items())
def test_what_the_standard_wants_is_there(project: dict[str, Any], key: str, kind: type) -> None:
    assert isinstance(project[key], kind)
    assert project[key]


def test_values_are_from_the_lists_of_the_standard(project: dict[str, Any]) -> None:
    assert project["publiccodeYmlVersion"] == "0.4"
    assert project["developmentStatus"] in STATUS
    assert project["softwareType"] == "standalone/web"
    assert set(project["categories"]) <= CATEGORIES
    assert re.fullmatch(r"https://\S+", project["url"])
    assert date.fromisoformat(project["releaseDate"])


@pytest.mark.parametrize("language", ["da", "en"])
def test_descriptions_have_the_lengths_of_the_standard(
    project: dict[str, Any], language: str
) -> None:
    words = project["description"][language]
    assert len(words["shortDescription"]) <= 150
    assert 150 <= len(words["longDescription"]) <= 10_000
    assert words["features"]
    assert [each for each in words["features"] if len(each) > 100] == []


def test_the_licence_is_ours(project: dict[str, Any]) -> None:
    assert project["legal"] == {"license": "MPL-2.0"}


def test_maintenance_names_its_people_or_says_none(project: dict[str, Any]) -> None:
    kind = project["maintenance"]["type"]
    named = {"internal": "contacts", "community": "contacts", "contract": "contractors"}
    assert kind in {*named, "none"}
    assert project["maintenance"].get(named.get(kind, "type"))
    assert ("contractors" in project["maintenance"]) == (kind == "contract")


def test_both_languages_are_stated(project: dict[str, Any]) -> None:
    assert project["localisation"] == {
        "localisationReady": True,
        "availableLanguages": ["da", "en"],
    }
