"""Authorities, people and tokens for tests: `UserFactory(clerk_of=authority)`, `TokenFactory().secret`."""

from __future__ import annotations

import hashlib
from datetime import date
from typing import Any

import factory
from factory.django import DjangoModelFactory

from gevinst.features.accounts import queries
from gevinst.features.accounts.models import ApiToken, Authority, Membership, Unit, User
from gevinst.shared.actor import Actor, Role


class AuthorityFactory(DjangoModelFactory[Authority]):
    """A municipality that is not one of the real ones: its code starts with a T."""

    class Meta:
        model = Authority

    code = factory.Sequence(lambda n: f"T{n:04}")
    name = factory.Sequence(lambda n: f"Prøveby {n} Kommune")
    kind = Authority.Kind.MUNICIPALITY
    cvr = factory.Sequence(lambda n: f"{90000000 + n}")
    valid_from = date(2007, 1, 1)

    class Params:
        region = factory.Trait(
            kind=Authority.Kind.REGION, name=factory.Sequence(lambda n: f"Region Prøve {n}")
        )


class UnitFactory(DjangoModelFactory[Unit]):
    """A unit of an authority of its own."""

    class Meta:
        model = Unit

    authority = factory.SubFactory(AuthorityFactory)
    name = factory.Sequence(lambda n: f"Regnskab {n}")


class UserFactory(DjangoModelFactory[User]):
    """A person with no role, and no password unless one is given (`password="…"`).

    Roles: `reader_of=`, `contributor_of=`, `clerk_of=`, `process_owner_of=`, `local_admin_of=` an
    authority; `national_admin=True`.
    """

    class Meta:
        model = User
        skip_postgeneration_save = True

    email = factory.Sequence(lambda n: f"person{n}@example.org")
    name = factory.Sequence(lambda n: f"Prøveperson {n}")

    @classmethod
    def _create(cls, model_class: type[User], *args: Any, **facts: Any) -> User:
        return model_class.objects.create_user(*args, **facts)


def _role(role: Role) -> Any:
    def grant(user: User, create: bool, authority: Authority | bool | None, **_: Any) -> None:
        if authority:
            national = role is Role.NATIONAL_ADMIN
            Membership.objects.create(
                user=user, role=role, authority=None if national else authority
            )

    return factory.post_generation(grant)


for _held in Role:
    _name = "national_admin" if _held is Role.NATIONAL_ADMIN else f"{_held}_of"
    UserFactory._meta.post_declarations.update({_name: _role(_held)})


class TokenFactory(DjangoModelFactory[ApiToken]):
    """A token with the role of a clerk; `.secret` is what goes after `Bearer`."""

    class Meta:
        model = ApiToken

    name = factory.Sequence(lambda n: f"Integration {n}")
    authority = factory.SubFactory(AuthorityFactory)
    role = Role.CLERK
    prefix = factory.Sequence(lambda n: f"gv_{n:08}")
    created_by = factory.SubFactory(UserFactory)

    @classmethod
    def _create(cls, model_class: type[ApiToken], *args: Any, **facts: Any) -> ApiToken:
        secret = f"{facts['prefix']}-a-secret-of-a-test"
        facts["digest"] = hashlib.sha256(secret.encode()).hexdigest()
        token = model_class.objects.create(*args, **facts)
        token.secret = secret  # type: ignore[attr-defined]
        return token


def actor(**facts: Any) -> Actor:
    """Who a fresh user with these roles is: `actor(clerk_of=authority)`."""
    return queries.actor_of(UserFactory(**facts))
