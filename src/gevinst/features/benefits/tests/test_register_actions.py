"""Benefits: who writes them, what holds together, and who owns them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.db import DatabaseError, transaction

from gevinst.features.accounts.tests.factories import AuthorityFactory, UserFactory, actor
from gevinst.features.benefits import actions
from gevinst.features.benefits.models import Benefit
from gevinst.features.benefits.tests.factories import BenefitFactory, StepFactory
from gevinst.features.catalogue.tests.factories import ProcessFactory
from gevinst.shared.actor import SYSTEM
from gevinst.shared.errors import DomainError
from gevinst.shared.models import AuditEntry

pytestmark = pytest.mark.django_db


def facts(**changed: Any) -> dict[str, Any]:
    return {
        "title": " Færre timer til regninger ",
        "kind": "budget_productivity",
        "mode": "reallocated_time",
        "unit": "hours",
        "expected": Decimal(400),
        **changed,
    }


@pytest.fixture
def home() -> Any:
    return AuthorityFactory()


def test_a_contributor_makes_a_benefit(home: Any) -> None:
    owner = UserFactory(reader_of=home)
    by = actor(contributor_of=home)
    made = actions.create_benefit(authority_id=home.pk, by=by, owner_id=owner.pk, **facts())
    assert (made.title, made.state, made.owner_name) == (
        "Færre timer til regninger",
        "idea",
        owner.name,
    )
    assert (made.created_by_id, made.created_by_name) == (by.user_id, by.name)
    entry = AuditEntry.objects.get(action="benefits.create")
    assert (entry.authority_id, entry.facts["mode"]) == (home.pk, "reallocated_time")
    assert made.events.get().title == made.title


@pytest.mark.parametrize("role", ["reader_of", "clerk_of"])
def test_readers_do_not(home: Any, role: str) -> None:
    with pytest.raises(DomainError) as fault:
        actions.create_benefit(authority_id=home.pk, by=actor(**{role: home}), **facts())
    assert fault.value.code == "not-allowed"


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"title": "  "}, "title"),
        ({"kind": "magic"}, "kind"),
        ({"mode": "magic"}, "mode"),
        ({"unit": "magic"}, "unit"),
        ({"frequency": "magic"}, "frequency"),
        ({"unit": "other"}, "unit_name"),
        ({"kind": "quality", "mode": "quality"}, "quality"),
        ({"mode": "budget_cut"}, "mode"),
        ({"mode": "budget_cut", "unit": "dkk", "kind": "socio_economic"}, "mode"),
    ],
)
def test_what_does_not_hold_together_is_refused(
    home: Any, wrong: dict[str, Any], field: str
) -> None:
    with pytest.raises(DomainError) as fault:
        actions.create_benefit(authority_id=home.pk, by=SYSTEM, **facts(**wrong))
    assert (fault.value.code, fault.value.facts["field"]) == ("invalid", field)
    assert not Benefit.objects.exists()


def test_a_kind_of_quality_belongs_to_quality(home: Any) -> None:
    told = facts(quality="security")
    assert actions.create_benefit(authority_id=home.pk, by=SYSTEM, **told).quality == ""
    told = facts(kind="quality", quality="security", mode="quality", unit="other", unit_name="fejl")
    assert actions.create_benefit(authority_id=home.pk, by=SYSTEM, **told).quality == "security"


def test_a_process_is_the_authoritys_own_and_readable(home: Any) -> None:
    by = actor(contributor_of=home)
    own = ProcessFactory(authority=home)
    made = actions.create_benefit(authority_id=home.pk, by=by, **facts(process_id=own.pk))
    assert made.process == own
    for process, code in (
        (ProcessFactory(public=True), "invalid"),
        (ProcessFactory(), "not-found"),
    ):
        with pytest.raises(DomainError) as fault:
            actions.create_benefit(authority_id=home.pk, by=by, **facts(process_id=process.pk))
        assert fault.value.code == code


def test_the_owner_has_a_role_at_the_authority(home: Any) -> None:
    with pytest.raises(DomainError) as fault:
        actions.create_benefit(
            authority_id=home.pk, by=SYSTEM, owner_id=UserFactory().pk, **facts()
        )
    assert fault.value.facts["field"] == "owner"


def test_a_benefit_is_changed_and_its_history_kept() -> None:
    held = BenefitFactory(process=None)
    by = actor(contributor_of=held.authority)
    actions.edit_benefit(benefit_id=held.pk, by=by, title="Ny titel", expected=Decimal(300))
    held.refresh_from_db()
    assert (held.title, held.expected) == ("Ny titel", 300)
    assert [event.expected for event in held.events.order_by("pgh_id")] == [400, 300]
    assert AuditEntry.objects.get(action="benefits.edit").facts["changed"] == ["expected", "title"]


@pytest.mark.parametrize("reason", ["", "Færre borgere end ventet"])
def test_another_expectation_needs_a_reason_once_estimated(reason: str) -> None:
    held = BenefitFactory(state="estimated")
    change: dict[str, Any] = {"benefit_id": held.pk, "by": SYSTEM, "reason": reason}
    if reason:
        assert actions.edit_benefit(**change, expected=Decimal(300)).expected == 300
        assert AuditEntry.objects.get(action="benefits.edit").facts["reason"] == reason
        return
    with pytest.raises(DomainError) as fault:
        actions.edit_benefit(**change, expected=Decimal(300))
    assert fault.value.facts["field"] == "reason"
    actions.edit_benefit(**change, title="Kun titlen")


@pytest.mark.parametrize("changed", [{"mode": "capacity"}, {"unit": "items"}])
def test_what_is_realised_stays_as_it_was_taken(changed: dict[str, str]) -> None:
    held = BenefitFactory(state="realised")
    with pytest.raises(DomainError) as fault:
        actions.edit_benefit(benefit_id=held.pk, by=SYSTEM, **changed)  # type: ignore[arg-type]
    assert fault.value.code == "wrong-state"


@pytest.mark.parametrize(("role", "code"), [("reader_of", "not-allowed"), ("", "not-found")])
def test_others_neither_change_nor_hand_over(role: str, code: str) -> None:
    held = BenefitFactory()
    by = actor(**{role: held.authority}) if role else actor(contributor_of=AuthorityFactory())
    calls: list[Any] = [
        lambda: actions.edit_benefit(benefit_id=held.pk, by=by, title="x"),
        lambda: actions.hand_over(benefit_id=held.pk, owner_id=by.user_id or 0, by=by),
    ]
    for call in calls:
        with pytest.raises(DomainError) as fault:
            call()
        assert fault.value.code == code


def test_a_benefit_gets_a_new_owner_who_is_told_anew() -> None:
    held = BenefitFactory(reminded_for=date(2026, 1, 1))
    owner = UserFactory(clerk_of=held.authority)
    actions.hand_over(benefit_id=held.pk, owner_id=owner.pk, by=SYSTEM)
    held.refresh_from_db()
    assert (held.owner, held.owner_name, held.reminded_for) == (owner, owner.name, None)
    assert AuditEntry.objects.get(action="benefits.hand_over").facts["owner"] == owner.pk


def test_neither_a_benefit_nor_a_step_is_ever_deleted_and_a_step_never_changed() -> None:
    step = StepFactory()
    changes: list[Any] = [
        step.delete,
        step.benefit.delete,
        lambda: type(step).objects.filter(pk=step.pk).update(value=1),
    ]
    for change in changes:
        with pytest.raises(DatabaseError), transaction.atomic():
            change()


@pytest.mark.parametrize(
    "wrong", [{"mode": "budget_cut"}, {"kind": "quality"}, {"quality": "security"}]
)
def test_the_database_keeps_what_does_not_hold_together_out(wrong: dict[str, str]) -> None:
    with pytest.raises(DatabaseError), transaction.atomic():
        BenefitFactory(**wrong)
