"""Published cases: those that ship and those of authorities, what they are asked by, in which order."""

from __future__ import annotations

from decimal import Decimal

import pytest

from gevinst.engines.businesscase.cases import ORDER
from gevinst.features.benefits.actions.published import publish
from gevinst.features.benefits.models import Publication
from gevinst.features.benefits.queries import published as queries
from gevinst.features.benefits.queries.published import PublishedWanted, finding
from gevinst.features.benefits.tests.published_example import IGA
from gevinst.features.benefits.tests.publishing import approved_case, process_owner
from gevinst.shared.errors import DomainError

pytestmark = pytest.mark.django_db
OTHER = (
    IGA.replace("title: Integreret brugerstyring", "title: Åbne data")
    .replace("status: measured,\n     amount", "status: expected,\n     amount")
    .replace("kind: digital", "kind: physical")
    .replace("fte_cost, value: 500000", "fte_cost, value: 500000")
)


def slugs(**wanted: str) -> list[str]:
    return [one.slug for one in queries.published(PublishedWanted(**wanted))]


@pytest.fixture
def two_ship(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(finding, "shipped", lambda: {"c08_iga": IGA, "c09b_aabne_data": OTHER})


def test_every_shipped_case_is_published_and_proved() -> None:
    found = queries.published()
    assert len(found) == len(ORDER) == 12
    assert all(queries.proof(one.text).figures for one in found)
    assert all(one.known.told.start for one in found)
    assert {one.origin for one in found} == {"shipped"}
    assert found[0].slug == "vejle-skaermbesoeg"


WANTED = [
    ({}, ["iga", "aabne-data"]),
    ({"text": "BRUGER"}, ["iga", "aabne-data"]),
    ({"text": "åbne kommune"}, ["aabne-data"]),
    ({"text": "findes ikke"}, []),
    ({"kind": "physical"}, ["aabne-data"]),
    ({"status": "measured"}, ["iga"]),
    ({"status": "expected"}, ["aabne-data"]),
    ({"technology": "Automatisk brugeradministration", "kind": "digital"}, ["iga"]),
    ({"field": "Skole"}, []),
    ({"authority": "Københavns Kommune"}, ["iga", "aabne-data"]),
    ({"sort": "title"}, ["iga", "aabne-data"]),
]


@pytest.mark.usefixtures("two_ship")
@pytest.mark.parametrize(("wanted", "told"), WANTED)
def test_what_is_asked_for(wanted: dict[str, str], told: list[str]) -> None:
    assert slugs(**wanted) == told


def test_the_largest_effect_comes_first(monkeypatch: pytest.MonkeyPatch) -> None:
    small = IGA.replace("value: 500000", "value: 1000")
    monkeypatch.setattr(finding, "shipped", lambda: {"c01_small": small, "c02_large": IGA})
    assert slugs() == ["small", "large"]
    assert slugs(sort="effect") == ["large", "small"]
    assert queries.published()[1].known.effect == Decimal(12_000_000)


@pytest.mark.usefixtures("two_ship")
def test_an_authoritys_newest_comes_before_the_shipped_ones() -> None:
    for key in ("den-ene", "den-anden"):
        case = approved_case(key=key)
        publish(case=case, by=process_owner(case.authority))
    assert slugs() == ["den-anden", "den-ene", "iga", "aabne-data"]
    one = queries.published_case("den-ene")
    assert (one.origin, one.at) == ("authority", one.publication.at if one.publication else None)


@pytest.mark.usefixtures("two_ship")
def test_an_address_that_nobody_has() -> None:
    with pytest.raises(DomainError) as fault:
        queries.published_case("ingen")
    assert fault.value.code == "not-found"


@pytest.mark.usefixtures("two_ship")
def test_a_text_that_can_no_longer_be_read_is_left_out() -> None:
    case = approved_case("case: 1", key="gammel")
    Publication.objects.create(case=case, version=case.versions.get(), slug="gammel", by_name="P")
    assert "gammel" not in slugs()
    with pytest.raises(ValueError, match="faults"):
        queries.proof("case: 1")


def test_partly_measured() -> None:
    partly = IGA.replace(
        "\nbenefits:\n",
        "\nbenefits:\n  - {id: more, title: Mere, place: benefit.budget.time, mode: capacity, amount: 1}\n",
    )
    found = queries.known(partly)
    assert found is not None
    assert found.status == "partly"


def test_readings_stand_side_by_side() -> None:
    rois = {name: result.roi() for name, result in queries.readings(IGA).items()}
    assert [round(rois[name] or 0, 3) for name in ("", "residual")] == [
        Decimal("0.579"),
        Decimal("0.132"),
    ]
