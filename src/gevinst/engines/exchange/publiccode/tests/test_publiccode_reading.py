"""publiccode.yml: which key is which field, and files that are none."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from gevinst.engines.exchange.processes import FileFault, Record
from gevinst.engines.exchange.publiccode import read_publiccode

BASE = {"publiccodeYmlVersion": "0.4", "name": "Robot", "url": "https://x.org/robot.git"}


def read(**facts: Any) -> Record:
    return read_publiccode(yaml.safe_dump(BASE | facts).encode()).records[0]


@pytest.mark.parametrize(
    ("facts", "field", "value"),
    [
        ({}, "source_id", "https://x.org/robot.git"),
        ({}, "repository_url", "https://x.org/robot.git"),
        ({}, "visibility", "authority"),
        ({"legal": {"license": "MPL-2.0"}}, "licence", "MPL-2.0"),
        ({"developmentStatus": "stable"}, "phase", "operation"),
        ({"developmentStatus": "obsolete"}, "phase", "decommissioned"),
        (
            {"categories": ["workflow-management", "rpa"]},
            "search_words",
            "workflow-management, rpa",
        ),
        ({"intendedAudience": {"scope": ["welfare", "justice"]}}, "domains", ("social",)),
        ({"landingURL": "https://x.org"}, "links", ("https://x.org",)),
        ({"localisation": {"availableLanguages": ["da", "en"]}}, "translations", "da, en"),
        ({"usedBy": ["Ærø Kommune"]}, "organisational_notes", "Bruges af:\n* Ærø Kommune"),
        ({"usedBy": []}, "organisational_notes", ""),
        ({"maintenance": {"contractors": [{"name": "Firma"}]}}, "vendor", "Firma"),
        ({"maintenance": {"contacts": [{"email": "rpa@x.org"}]}}, "contact_email", "rpa@x.org"),
        (
            {"description": {"en": {"shortDescription": "E"}, "da": {"shortDescription": "D"}}},
            "summary",
            "D",
        ),
        ({"description": {"fr": {"shortDescription": "F"}}}, "summary", "F"),
        ({"description": {"da": {"localisedName": "Robotten"}}}, "title", "Robotten"),
        (
            {"description": {"da": {"longDescription": "L", "features": ["a", "b"]}}},
            "description",
            "L\n\n* a\n* b",
        ),
        (
            {"description": {"da": {"documentation": "https://x.org/d"}}},
            "documentation_url",
            "https://x.org/d",
        ),
        ({"description": "x"}, "title", "Robot"),
        ({"platforms": ["web"]}, "infrastructure", "Platforme: web"),
        (
            {
                "dependsOn": {
                    "open": [{"name": "Python", "versionMin": "3.11", "optional": True}, "x"]
                }
            },
            "infrastructure",
            "* Python fra 3.11 (åben kildekode, valgfri)",
        ),
        (
            {"dependsOn": {"proprietary": [{"name": "UiPath", "version": "23"}]}},
            "infrastructure",
            "* UiPath 23 (proprietær)",
        ),
    ],
)
def test_a_key_becomes_a_field(facts: dict[str, Any], field: str, value: Any) -> None:
    assert getattr(read(**facts), field) == value


@pytest.mark.parametrize(
    ("facts", "field", "what"),
    [
        (
            {"maintenance": {"contacts": [{"name": "N.N.", "email": "nn@x.org"}]}},
            "maintenance.contacts",
            "not-carried",
        ),
        ({"IT": {"piattaforme": {}}}, "IT", "unknown-field"),
        ({"intendedAudience": {"scope": ["mars"]}}, "intendedAudience.scope", "unknown-value"),
        ({"developmentStatus": "sleeping"}, "developmentStatus", "unknown-value"),
        ({"url": "git@x.org:a"}, "url", "not-an-address"),
        ({"name": ""}, "title", "no-title"),
    ],
)
def test_what_is_not_understood_is_said(facts: dict[str, Any], field: str, what: str) -> None:
    assert (field, what) in [(one.field, one.what) for one in read(**facts).remarks]


def test_a_person_s_name_is_never_kept() -> None:
    one = read(maintenance={"contacts": [{"name": "Fornavn Efternavn", "email": "f@x.org"}]})
    assert "ornavn" not in str(one)


@pytest.mark.parametrize("wrong", ["legal", "maintenance", "localisation", "intendedAudience"])
def test_a_section_of_another_kind_does_no_harm(wrong: str) -> None:
    assert read(**{wrong: "x"}).title == "Robot"


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"a: [", "not-yaml"),
        (b"\x00", "not-yaml"),
        (b"a: &x 1\nb: *x", "not-yaml"),
        (b"!!python/object/apply:os.system [ls]", "not-yaml"),
        (b"- 1", "not-publiccode"),
        (b"a: 1", "not-publiccode"),
        (b"#" * 1_100_000, "too-large"),
    ],
)
def test_a_file_that_is_none(content: bytes, code: str) -> None:
    with pytest.raises(FileFault) as fault:
        read_publiccode(content)
    assert fault.value.code == code


def test_our_own_file_is_read_without_a_remark() -> None:
    own = Path(__file__).parents[6] / "publiccode.yml"
    one = read_publiccode(own.read_bytes()).records[0]
    assert (one.title, one.licence, one.remarks) == ("Gevinst", "MPL-2.0", ())
    assert one.summary.startswith("Find, begrund, byg")
