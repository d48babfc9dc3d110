"""Families over generations: everything once, who may not be named is counted only."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise
from typing import Any

import pytest

from gevinst.features.accounts.tests.factories import AuthorityFactory, actor
from gevinst.features.catalogue.models import Adoption, Standing
from gevinst.features.catalogue.queries.reuse.family import family
from gevinst.features.catalogue.queries.reuse.kin import kinship
from gevinst.features.catalogue.queries.reuse.ways import latest_ways
from gevinst.features.catalogue.tests.factories import ProcessFactory
from gevinst.features.catalogue.tests.reuse.factories import AdoptionFactory
from gevinst.features.catalogue.web.reuse.drawing import picture
from gevinst.features.catalogue.web.reuse.lineage import lineage_facts
from gevinst.features.catalogue.web.reuse.ways import short
from gevinst.shared.actor import GUEST, SYSTEM

pytestmark = pytest.mark.django_db


@pytest.fixture
def way() -> list[Any]:
    """Skanderborg, Syddjurs, Randers, each made of the one before."""
    names = ("Skanderborg Kommune", "Syddjurs Kommune", "Randers Kommune")
    made = [ProcessFactory(public=True, authority__name=name) for name in names]
    for source, process in pairwise(made):
        AdoptionFactory(source=source, process=process, hours_spent=60, hours_alone=150)
    return made


@pytest.mark.parametrize("asked", [0, 1, 2])
def test_the_whole_way_is_seen_from_each_of_its_places(way: list[Any], asked: int) -> None:
    found = kinship(GUEST, way[asked].pk)
    assert {kin.process for kin in found.nodes} == set(way)
    assert {tuple(link) for link in found.links} == {
        (way[0].pk, way[1].pk),
        (way[1].pk, way[2].pk),
    }
    assert not found.cut


def test_a_process_may_be_made_of_several(way: list[Any]) -> None:
    second = AdoptionFactory(process=way[2]).source
    found = kinship(GUEST, second.pk)
    assert len(found.nodes) == 4
    assert len(found.links) == 3


def test_who_may_not_be_named_is_counted(way: list[Any]) -> None:
    hidden = AuthorityFactory(name="Skjult Kommune")
    for _ in range(2):
        AdoptionFactory(source=way[2], process=ProcessFactory(authority=hidden, title="Hemmelig"))
    found = kinship(GUEST, way[0].pk)
    (unnamed,) = [kin for kin in found.nodes if kin.hidden]
    assert (unnamed.hidden, unnamed.process, unnamed.adoptions) == (2, None, ())
    texts = str(picture(found, way[0].pk)) + str(lineage_facts(found, way[0].pk)["rows"])
    assert "Skjult" not in texts
    assert "Hemmelig" not in texts
    own = kinship(actor(reader_of=hidden), way[0].pk)
    assert not [kin for kin in own.nodes if kin.hidden]


def test_hidden_ones_stand_between_those_that_they_join(way: list[Any]) -> None:
    way[1].visibility = "authority"
    way[1].save()
    found = kinship(GUEST, way[2].pk)
    assert [kin.hidden for kin in found.nodes] == [0, 1, 0]
    assert len(found.links) == 2


def test_a_family_that_is_too_large_is_cut_and_says_so(way: list[Any]) -> None:
    assert family(way[0].pk, most=2).members == (way[0].pk, way[1].pk)
    assert family(way[0].pk, most=2).cut
    assert family(way[0].pk, reach=1).cut
    assert not family(way[0].pk, reach=2).cut
    assert not family(way[0].pk).cut


def test_a_circle_that_is_there_all_the_same_is_drawn_once(way: list[Any]) -> None:
    Adoption.objects.create(source=way[2], process=way[0])
    found = kinship(SYSTEM, way[0].pk)
    drawn = picture(found, way[0].pk)
    assert len(drawn.boxes) == 3
    assert len(drawn.roads) == 2


def test_the_table_says_what_each_saved_and_gives(way: list[Any]) -> None:
    Standing.objects.update_or_create(
        process=way[1],
        defaults={"hours_measured": Decimal(400), "amount_measured": Decimal(9000)},
    )
    Standing.objects.update_or_create(process=way[2], defaults={"hours_expected": Decimal(80)})
    facts = lineage_facts(kinship(GUEST, way[0].pk), way[0].pk)
    assert [row.saved for row in facts["rows"]] == [None, 90, 90]
    assert [row.kind for row in facts["rows"]] == ["plain", "measured", "expected"]
    assert (facts["saved"], facts["told"], facts["adopted"]) == (180, 2, 2)


def test_the_picture_says_in_words_what_its_colours_say(way: list[Any]) -> None:
    Adoption.objects.filter(process=way[1]).update(hours_alone=10)
    boxes = picture(kinship(GUEST, way[0].pk), way[0].pk).boxes
    assert [box.current for box in boxes] == [True, False, False]
    assert "Tog 50 timer mere" in boxes[1].title
    assert "Sparede 90 timer" in boxes[2].title
    assert boxes[0].lines[0][0] == "Skanderborg Kommune"


def test_the_latest_way_is_told_once_and_whole(way: list[Any]) -> None:
    (told,) = latest_ways(GUEST)
    assert list(told.processes) == way
    assert (told.saved, told.last) == (180, way[2])


def test_a_way_through_what_is_hidden_begins_after_it(way: list[Any]) -> None:
    way[0].visibility = "authority"
    way[0].save()
    (told,) = latest_ways(GUEST)
    assert list(told.processes) == way[1:]
    assert [each.processes for each in latest_ways(SYSTEM)] == [tuple(way)]


def test_a_way_without_a_report_tells_no_hours() -> None:
    AdoptionFactory(process__public=True)
    assert [told.saved for told in latest_ways(GUEST)] == [None]


@pytest.mark.parametrize(
    ("name", "place"), [("Randers Kommune", "Randers"), ("Region Midtjylland", "Midtjylland")]
)
def test_a_strip_names_the_place(name: str, place: str) -> None:
    assert short(name) == place
