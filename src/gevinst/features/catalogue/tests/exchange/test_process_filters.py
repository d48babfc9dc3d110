"""Every filter of the API's list, each with one process that fits and one that does not."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from gevinst.features.accounts.tests.factories import AuthorityFactory
from gevinst.features.catalogue.models import BlockUse, ItSystem, Standing, Technology
from gevinst.features.catalogue.tests.exchange.factories import caller
from gevinst.features.catalogue.tests.factories import ProcessFactory

pytestmark = pytest.mark.django_db
STATED: dict[str, dict[str, Any]] = {
    "phase=operation": {"phase": "operation"},
    "phase=operation&phase=development": {"phase": "development"},
    "status=failed": {"status": "failed"},
    "kind=umbrella": {"kind": "umbrella"},
    "visibility=all_authorities": {"visibility": "all_authorities"},
    "domain=hr": {"domains": ["it", "hr"]},
    "run_period=daily": {"run_period": "daily"},
    "kle=32": {"kle": ["32.45.04"]},
    "kle=32.45.04": {"kle": ["01.02", "32.45.04"]},
    "form=32.45": {"form": ["32.45"]},
    "kla=A.1": {"kla": ["A.1"]},
    "vendor=LEVERANDØREN": {"vendor": "Leverandøren"},
    "licence=mpl-2.0": {"licence": "MPL-2.0"},
    "affects_citizens=true": {"affects_citizens": True},
    "affects_companies=false": {"affects_companies": False},
    "in_operation_from=2026-01-01": {"in_operation_since": date(2026, 1, 1)},
    "in_operation_to=2026-01-01": {"in_operation_since": date(2026, 1, 1)},
    "block=invoice_control": {"block_key": "invoice_control"},
}


def found(query: str) -> list[int]:
    answer = caller().get(f"/api/v1/processes?{query}")
    assert answer.status_code == 200, answer.content
    return [each["id"] for each in answer.json()["items"]]


@pytest.mark.parametrize("query", STATED)
def test_a_filter_finds_what_fits(query: str) -> None:
    fits = ProcessFactory(**({"visibility": "public"} | STATED[query]))
    ProcessFactory(public=True, kle=["3.2", "132.45"], in_operation_since=None)
    assert found(query) == [fits.pk]


@pytest.mark.parametrize("by", ["id", "label"])
@pytest.mark.parametrize("field", ["systems_today", "systems_used", "technologies"])
def test_systems_and_technologies_are_asked_for_by_id_or_name(by: str, field: str) -> None:
    model = Technology if field == "technologies" else ItSystem
    held = model.objects.create(label="Det Hele")
    fits = ProcessFactory(public=True, **{field: [held.pk]})
    ProcessFactory(public=True)
    parameter = "technology" if field == "technologies" else "system"
    assert found(f"{parameter}={held.pk if by == 'id' else 'det hele'}") == [fits.pk]


def test_blocks_are_found_by_their_use_too() -> None:
    fits = ProcessFactory(public=True)
    BlockUse.objects.create(process=fits, key="post", version="1")
    assert found("block=post") == [fits.pk]


@pytest.mark.parametrize(
    ("query", "facts"),
    [
        ("readiness=A&readiness=B", {"readiness": "B"}),
        ("measured=true", {"hours_measured": 3}),
        ("adopted=true", {"adopters": 2}),
    ],
)
def test_standing_is_a_filter(query: str, facts: dict[str, Any]) -> None:
    fits = ProcessFactory(public=True)
    Standing.objects.update_or_create(process=fits, defaults=facts)
    ProcessFactory(public=True)
    assert found(query) == [fits.pk]


def test_what_is_not_measured_is_found_also_where_nothing_was_told_yet() -> None:
    fits = ProcessFactory(public=True)
    Standing.objects.filter(process=fits).delete()
    measured = ProcessFactory(public=True)
    Standing.objects.update_or_create(process=measured, defaults={"hours_measured": 3})
    assert found("measured=false") == [fits.pk]


def test_filters_narrow_together_and_authorities_are_codes() -> None:
    home = AuthorityFactory()
    fits = ProcessFactory(public=True, authority=home, phase="operation")
    ProcessFactory(public=True, authority=home)
    ProcessFactory(public=True, phase="operation")
    assert found(f"authority={home.code}&phase=operation") == [fits.pk]


def test_a_filter_shows_nobody_what_is_hidden() -> None:
    ProcessFactory(kle=["32.45"])
    assert found("kle=32.45&visibility=authority") == []


@pytest.mark.parametrize(
    "query", ["phase=x", "kle=%00", "readiness=F", "in_operation_from=0", "measured=perhaps"]
)
def test_what_makes_no_sense_is_refused(query: str) -> None:
    assert caller().get(f"/api/v1/processes?{query}").status_code == 422
