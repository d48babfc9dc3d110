"""Saying goodbye to a process: who may, and what others build on stays."""

from __future__ import annotations

from typing import Any

import pytest

from gevinst.features.accounts.models import Authority
from gevinst.features.accounts.queries import actor_of
from gevinst.features.accounts.tests.factories import AuthorityFactory, UserFactory, actor
from gevinst.features.catalogue import actions
from gevinst.features.catalogue.models import Process
from gevinst.features.catalogue.tests.exchange.factories import adopted
from gevinst.features.catalogue.tests.factories import ProcessFactory
from gevinst.shared.errors import DomainError
from gevinst.shared.models import AuditEntry

pytestmark = pytest.mark.django_db


@pytest.fixture
def authority() -> Authority:
    return AuthorityFactory()


def refused(code: str, **facts: Any) -> None:
    with pytest.raises(DomainError) as fault:
        actions.delete(**facts)
    assert fault.value.code == code
    assert Process.objects.filter(pk=facts["process_id"]).exists()


def test_one_deletes_what_only_oneself_has_seen(authority: Authority) -> None:
    owner = UserFactory(contributor_of=authority)
    process = ProcessFactory(authority=authority, personal=True, owner=owner)
    actions.delete(process_id=process.pk, by=actor_of(owner))
    assert not Process.objects.exists()


def test_a_local_administrator_deletes_and_it_stands_in_the_audit_trail(
    authority: Authority,
) -> None:
    process, admin = ProcessFactory(authority=authority), actor(local_admin_of=authority)
    actions.delete(process_id=process.pk, by=admin)
    entry = AuditEntry.objects.get(action="catalogue.delete")
    assert (entry.target_id, entry.actor_id) == (str(process.pk), admin.user_id)
    assert entry.facts["title"] == process.title


@pytest.mark.parametrize("role", ["reader_of", "contributor_of", "process_owner_of"])
def test_nobody_else_deletes_what_others_have_seen(authority: Authority, role: str) -> None:
    process = ProcessFactory(authority=authority)
    refused("not-allowed", process_id=process.pk, by=actor(**{role: authority}))


def test_somebody_elses_personal_process_is_not_found(authority: Authority) -> None:
    process = ProcessFactory(authority=authority, personal=True)
    refused("not-found", process_id=process.pk, by=actor(local_admin_of=authority))


def test_what_others_reuse_stays(authority: Authority) -> None:
    process = ProcessFactory(authority=authority, shared=True)
    adopted(process)
    refused("in-use", process_id=process.pk, by=actor(local_admin_of=authority))
    assert not AuditEntry.objects.filter(action="catalogue.delete").exists()
