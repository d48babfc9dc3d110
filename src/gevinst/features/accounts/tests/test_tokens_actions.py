"""A token: one role at one authority, a secret that is shown once, an end."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from gevinst.features.accounts import actions, queries
from gevinst.features.accounts.models import User
from gevinst.features.accounts.tests.factories import AuthorityFactory, TokenFactory, actor
from gevinst.shared.actor import SYSTEM, Right, Role
from gevinst.shared.errors import DomainError

pytestmark = pytest.mark.django_db


def test_the_secret_opens_the_role_and_only_a_digest_is_kept() -> None:
    home = AuthorityFactory()
    token, secret = actions.make_token(
        name=" Økonomisystem ", authority=home, role=Role.CLERK, by=actor(local_admin_of=home)
    )
    integration = queries.actor_of_token(secret)
    assert integration is not None
    assert (integration.name, integration.token_id, integration.user_id) == (
        "Økonomisystem",
        token.pk,
        None,
    )
    assert integration.roles == {home.pk: {Role.CLERK}}
    assert not integration.may(Right.ADMINISTER, home.pk)
    assert secret.startswith(token.prefix)
    assert secret not in str(vars(token))


@pytest.mark.parametrize("wrong", ["", "gv_", "x" * 60, "prefix only", "æøå"])
def test_a_wrong_secret_opens_nothing(wrong: str) -> None:
    token = TokenFactory()
    assert queries.actor_of_token(token.prefix if wrong == "prefix only" else wrong) is None


@pytest.mark.parametrize(("hours", "opens"), [(-1, False), (1, True)])
def test_an_expired_token_opens_nothing(hours: int, opens: bool) -> None:
    token = TokenFactory(expires_at=timezone.now() + timedelta(hours=hours))
    assert (queries.actor_of_token(token.secret) is not None) is opens


def test_a_token_ends_with_the_account_of_the_person_who_answers_for_it() -> None:
    token = TokenFactory()
    User.objects.filter(pk=token.created_by_id).update(is_active=False)
    assert queries.actor_of_token(token.secret) is None


def test_a_withdrawn_token_opens_nothing_and_is_withdrawn_once() -> None:
    token = TokenFactory()
    admin = actor(local_admin_of=token.authority)
    actions.revoke_token(token=token, by=admin)
    assert queries.actor_of_token(token.secret) is None
    with pytest.raises(DomainError) as fault:
        actions.revoke_token(token=token, by=admin)
    assert fault.value.code == "already-done"


def test_another_authoritys_administrator_withdraws_nothing() -> None:
    with pytest.raises(DomainError) as fault:
        actions.revoke_token(token=TokenFactory(), by=actor(local_admin_of=AuthorityFactory()))
    assert fault.value.code == "not-allowed"


@pytest.mark.parametrize(
    ("facts", "code"),
    [
        ({"role": Role.LOCAL_ADMIN}, "invalid"),
        ({"role": Role.NATIONAL_ADMIN}, "invalid"),
        ({"name": " "}, "invalid"),
        ({"expires_at": timezone.now() - timedelta(seconds=1)}, "invalid"),
        ({"by": SYSTEM}, "not-allowed"),
    ],
)
def test_a_token_is_never_an_administrator_nameless_or_nobodys(
    facts: dict[str, object], code: str
) -> None:
    home = AuthorityFactory()
    stated = {
        "name": "Robot",
        "authority": home,
        "role": Role.READER,
        "by": actor(local_admin_of=home),
    }
    with pytest.raises(DomainError) as fault:
        actions.make_token(**{**stated, **facts})
    assert fault.value.code == code


@pytest.mark.parametrize("trait", ["reader_of", "clerk_of", "process_owner_of"])
def test_only_a_local_administrator_makes_tokens(trait: str) -> None:
    home = AuthorityFactory()
    with pytest.raises(DomainError) as fault:
        actions.make_token(
            name="Robot", authority=home, role=Role.READER, by=actor(**{trait: home})
        )
    assert fault.value.code == "not-allowed"
