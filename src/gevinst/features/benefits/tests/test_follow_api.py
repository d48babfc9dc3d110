"""The API of what hangs on a business case, and of the portfolio."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client

from gevinst.features.accounts.tests.factories import TokenFactory
from gevinst.features.benefits.actions.following.gaps import add_gap_to_pool
from gevinst.features.benefits.actions.following.readiness import answer_readiness
from gevinst.features.benefits.actions.following.tree import add_tree_node, change_tree_node
from gevinst.features.benefits.models import BusinessCase
from gevinst.features.benefits.tests.case_people import CasePeople, case_people, sound_case
from gevinst.features.benefits.tests.factories import BenefitFactory, StepFactory
from gevinst.features.benefits.tests.realised_example import PAST, approved, recorded

pytestmark = pytest.mark.django_db
AGREED = "financing.plan.agreed"


@pytest.fixture
def people() -> CasePeople:
    cache.clear()
    return case_people()


@pytest.fixture
def case(people: CasePeople) -> BusinessCase:
    return sound_case(people, PAST)


def asked(people: CasePeople, path: str) -> Any:
    token = TokenFactory(authority=people.authority, role="reader")
    return Client(headers={"authorization": f"Bearer {token.secret}"}).get(f"/api/v1/{path}")


def part(people: CasePeople, case: BusinessCase, name: str) -> Any:
    answer = asked(people, f"business-cases/{case.pk}/{name}")
    assert answer.status_code == 200
    return answer.json()


def test_readiness_tells_colours_and_gaps(people: CasePeople, case: BusinessCase) -> None:
    assert part(people, case, "readiness")["weakest"] is None
    answer_readiness(case=case, question=AGREED, answer=0, was=None, by=people.writer)
    add_gap_to_pool(case=case, question=AGREED, title="x", by=people.writer)
    told = part(people, case, "readiness")
    assert (told["colour"], told["weakest"], told["answers"]) == ("red", "financing", {AGREED: 0})
    assert told["themes"][-1]["missing"] == [AGREED]
    assert [(one["question"], one["in_pool"]) for one in told["proposed_risks"]] == [(AGREED, True)]


def test_the_tree_tells_nodes_arrows_and_notes(people: CasePeople, case: BusinessCase) -> None:
    held = BenefitFactory(authority=people.authority)
    add_tree_node(case=case, kind="purpose", title="Service", by=people.writer)
    add_tree_node(case=case, kind="end", title="Tid", by=people.writer, after="service")
    facts: dict[str, Any] = {"lines": ["time"], "register": [held.pk, held.pk + 1]}
    change_tree_node(case=case, node="tid", title="Tid", by=people.writer, **facts)
    told = part(people, case, "tree")
    assert told["edges"] == [{"source": "service", "target": "tid"}]
    assert told["notes"] == [{"code": "end-without-indicator", "nodes": ["tid"]}]
    assert (told["nodes"][1]["lines"], told["nodes"][1]["benefits"]) == (["time"], [held.pk])


def test_parties_sum_to_the_net(people: CasePeople, case: BusinessCase) -> None:
    told = part(people, case, "parties")
    assert told["years"] == [2022, 2023, 2024, 2025]
    assert [one["party"] for one in told["parties"]] == ["kommune"]
    assert told["parties"][0]["net"] == told["net"]


def test_what_came_is_told_against_the_version(people: CasePeople, case: BusinessCase) -> None:
    assert part(people, case, "realised")["held_against"] is None
    recorded(approved(case, people), people)
    told = part(people, case, "realised")
    assert (told["held_against"], told["original"]) == (1, 1)
    assert Decimal(told["rate"]) == Decimal("0.75")
    gain = next(one for one in told["effects"] if one["line"] == "time")
    assert [None if one is None else Decimal(one) for one in gain["actual"]] == [
        None,
        50_000,
        None,
        None,
    ]


@pytest.mark.parametrize(
    ("name", "status"), [("readiness", 200), ("tree", 200), ("parties", 422), ("realised", 422)]
)
def test_a_case_with_faults(name: str, status: int, people: CasePeople, case: BusinessCase) -> None:
    BusinessCase.objects.filter(pk=case.pk).update(text="a: [")
    assert asked(people, f"business-cases/{case.pk}/{name}").status_code == status


def test_the_portfolio_sums_its_benefits(people: CasePeople) -> None:
    held = BenefitFactory(authority=people.authority, state="expected")
    StepFactory(benefit=held, value=Decimal(40))
    BenefitFactory(authority=people.authority, state="expected", unit="other", unit_name="fejl")
    BenefitFactory(authority=people.authority)
    told = asked(people, "portfolio").json()
    hours = next(one for one in told["totals"] if one["unit"] == "hours")
    assert (hours["count"], Decimal(hours["measured"]), Decimal(hours["rate"])) == (
        1,
        200,
        Decimal("0.5"),
    )
    assert [one["slips"] for one in told["benefits"] if one["id"] == held.pk] == [["low"]]
    assert told["left_out"] == 1


@pytest.mark.parametrize(
    ("query", "status"), [("type=quality", 200), ("state=x", 422), ("mode=x", 422)]
)
def test_the_portfolio_is_asked_for_by_known_words(
    query: str, status: int, people: CasePeople
) -> None:
    assert asked(people, f"portfolio?{query}").status_code == status
