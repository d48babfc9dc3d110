"""Publishing an approved case, and taking it back: who may, what is needed, which address it gets."""

from __future__ import annotations

import pytest
from django.db import Error

from gevinst.engines.businesscase.casefile.exact_yaml import parsed
from gevinst.engines.businesscase.casefile.write import dumps
from gevinst.features.accounts.tests.factories import AuthorityFactory
from gevinst.features.benefits.actions.published import publish, withdraw_publication
from gevinst.features.benefits.models import Publication
from gevinst.features.benefits.queries import published as queries
from gevinst.features.benefits.queries.published import finding, missing
from gevinst.features.benefits.tests.published_example import IGA
from gevinst.features.benefits.tests.publishing import (
    approve_again,
    approved_case,
    contributor,
    process_owner,
    stored_case,
)
from gevinst.shared.errors import DomainError
from gevinst.shared.models import AuditEntry

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def nothing_ships(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(finding, "shipped", dict)


def without(*sections: str) -> str:
    """The example with sections of its story taken away."""
    data = parsed(IGA).data
    return dumps({**data, "story": {k: v for k, v in data["story"].items() if k not in sections}})


def test_an_approved_case_is_published_under_its_own_address() -> None:
    case = approved_case()
    row = publish(case=case, by=process_owner(case.authority))
    assert (row.slug, row.version.number, row.withdrawn) == ("iga", 1, False)
    assert [one.slug for one in queries.published()] == ["iga"]
    entry = AuditEntry.objects.get(action="benefits.publish")
    assert entry.facts == {"slug": "iga", "version": 1}


def test_one_who_writes_may_not_publish() -> None:
    case = approved_case()
    with pytest.raises(DomainError) as fault:
        publish(case=case, by=contributor(case.authority))
    assert fault.value.code == "not-allowed"


def test_a_draft_is_not_published() -> None:
    case = stored_case()
    with pytest.raises(DomainError) as fault:
        publish(case=case, by=process_owner(case.authority))
    assert fault.value.code == "wrong-state"
    assert not Publication.objects.exists()


def test_a_version_is_published_once() -> None:
    case = approved_case()
    by = process_owner(case.authority)
    publish(case=case, by=by)
    with pytest.raises(DomainError) as fault:
        publish(case=case, by=by)
    assert fault.value.code == "already-done"


def test_a_later_version_takes_the_same_address() -> None:
    case = approved_case()
    by = process_owner(case.authority)
    publish(case=case, by=by)
    approve_again(case, IGA.replace("Integreret brugerstyring", "Ny brugerstyring"))
    row = publish(case=case, by=by)
    assert (row.slug, row.version.number) == ("iga", 2)
    assert queries.published_case("iga").known.case.title == "Ny brugerstyring"


def test_two_cases_never_share_an_address(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(finding, "shipped", lambda: {"c08_iga": IGA})
    first, second = approved_case(), approved_case(authority=AuthorityFactory())
    slugs = [publish(case=each, by=process_owner(each.authority)).slug for each in (first, second)]
    assert slugs == ["iga-2", "iga-3"]


LACKS = [
    (without("about", "lessons"), ["Afsnittet »Hvad casen", "Afsnittet »Hvad det"]),
    (IGA.replace("dimension: time", "dimension: nothing"), ["Casen er ikke vurderet på Tid."]),
    (IGA.replace("theme: anchoring", "theme: luck"), ["»Hvad det kræver« har et tema"]),
    (IGA.replace("fte_before - fte_after", "nothing"), ["Case-filen har fejl, der skal rettes"]),
    (IGA.replace(", readings: [residual]", ""), ["Det, der er tilbage, er regnet med"]),
]


@pytest.mark.parametrize(
    ("text", "told"), LACKS, ids=["section", "score", "theme", "fault", "error"]
)
def test_what_is_missing_is_said(text: str, told: list[str]) -> None:
    found = missing(text)
    assert [each[: len(words)] for each, words in zip(found, told, strict=True)] == told
    case = approved_case(text)
    with pytest.raises(DomainError) as fault:
        publish(case=case, by=process_owner(case.authority))
    assert (fault.value.code, fault.value.facts["missing"]) == ("incomplete", found)


def test_nothing_is_missing_in_the_example() -> None:
    assert missing(IGA) == []


def test_a_case_is_withdrawn_and_keeps_its_address() -> None:
    case = approved_case()
    by = process_owner(case.authority)
    publish(case=case, by=by)
    withdraw_publication(case=case, reason=" Tallene var forkerte. ", by=by)
    assert queries.published() == []
    one = queries.published_case("iga")
    assert one.withdrawn
    assert one.publication is not None
    assert one.publication.reason == "Tallene var forkerte."
    assert publish(case=case, by=by).slug == "iga"


def test_withdrawing_needs_a_reason_and_a_published_case() -> None:
    case = approved_case()
    by = process_owner(case.authority)
    for reason, code in ((" ", "invalid"), ("Fejl", "wrong-state")):
        with pytest.raises(DomainError) as fault:
            withdraw_publication(case=case, reason=reason, by=by)
        assert fault.value.code == code
    publish(case=case, by=by)
    withdraw_publication(case=case, reason="Fejl", by=by)
    with pytest.raises(DomainError) as fault:
        withdraw_publication(case=case, reason="Igen", by=by)
    assert fault.value.code == "wrong-state"
    with pytest.raises(DomainError) as fault:
        withdraw_publication(case=case, reason="Nej", by=contributor(case.authority))
    assert fault.value.code == "not-allowed"


def test_what_was_published_is_never_rewritten() -> None:
    case = approved_case()
    row = publish(case=case, by=process_owner(case.authority))
    row.slug = "anden"
    with pytest.raises(Error):
        row.save()
