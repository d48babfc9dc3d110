"""What others ask of accounts: who acts, which authorities there are, who is who at one."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable
from datetime import date
from hmac import compare_digest

from allauth.socialaccount.models import SocialAccount
from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.db.models.functions import Lower
from django.utils import timezone

from gevinst.features.accounts.models import ApiToken, Authority, Membership, Unit, User
from gevinst.shared.actor import GUEST, RIGHTS, Actor, Right, Role
from gevinst.shared.models import AuditEntry

PREFIX_LENGTH = 11  # "gv_" and eight hex digits


def actor_of(user: User | AnonymousUser) -> Actor:
    """The actor that a signed-in user is; `GUEST` for nobody."""
    if isinstance(user, AnonymousUser):
        return GUEST
    roles: dict[int, set[str]] = {}
    national = False
    for membership in user.memberships.all():
        if membership.authority_id is None:
            national = True
        else:
            roles.setdefault(membership.authority_id, set()).add(membership.role)
    frozen = {key: frozenset(held) for key, held in roles.items()}
    return Actor(name=user.name, user_id=user.pk, roles=frozen, national=national)


def actors_of(user_ids: Iterable[int]) -> list[Actor]:
    """The actors that these people are, in two queries; those who may not sign in are left out."""
    found = User.objects.filter(pk__in=set(user_ids), is_active=True)
    return [actor_of(user) for user in found.prefetch_related("memberships")]


def digest_of(secret: str) -> str:
    """The SHA-256 digest under which a token's secret is kept: it is random and long, so it needs no salt."""
    return hashlib.sha256(secret.encode()).hexdigest()


def actor_of_token(secret: str) -> Actor | None:
    """The actor that an integration is; None for a secret that is unknown, withdrawn or expired."""
    now = timezone.now()
    token = (
        ApiToken.objects.filter(
            prefix=secret[:PREFIX_LENGTH], revoked_at=None, created_by__is_active=True
        )
        .filter(Q(expires_at=None) | Q(expires_at__gt=now))
        .first()
    )
    if token is None or not compare_digest(token.digest, digest_of(secret)):
        return None
    return Actor(
        name=token.name, token_id=token.pk, roles={token.authority_id: frozenset({token.role})}
    )


def person_behind(actor: Actor) -> int | None:
    """The id of the person who acts: the user, or who made the integration's token; None for nobody."""
    if actor.token_id is None:
        return actor.user_id
    return ApiToken.objects.values_list("created_by_id", flat=True).get(pk=actor.token_id)


def authorities(on: date | None = None) -> QuerySet[Authority]:
    """The authorities that exist on a day (without one: all), in Danish alphabetical order."""
    found = Authority.objects.all()
    if on is None:
        return found
    return found.filter(valid_from__lte=on).filter(Q(valid_to=None) | Q(valid_to__gte=on))


def authority_by_code(code: str) -> Authority:
    """The authority with a code. Raises `Authority.DoesNotExist`."""
    return Authority.objects.get(code=code)


def authority_on(authority: Authority, on: date) -> Authority | None:
    """Who does the authority's work on a day: itself, a successor, or nobody."""
    current: Authority | None = authority
    while current is not None and current.valid_to is not None and current.valid_to < on:
        current = current.successor
    return current if current is not None and current.valid_from <= on else None


def administered(actor: Actor) -> QuerySet[Authority]:
    """The authorities that the actor administers."""
    if actor.national:
        return Authority.objects.all()
    return Authority.objects.filter(pk__in=actor.authorities(Right.ADMINISTER))


def memberships(authority: Authority) -> QuerySet[Membership]:
    """Who holds which role at an authority."""
    return authority.memberships.select_related("user", "unit").order_by("user__name", "role")


def national_administrators() -> QuerySet[User]:
    """Active national administrators."""
    return User.objects.filter(is_active=True, memberships__role=Role.NATIONAL_ADMIN)


def administrators(authority_ids: frozenset[int] | None = None) -> QuerySet[User]:
    """Active local administrators, of these authorities or of all."""
    found = User.objects.filter(is_active=True, memberships__role="local_admin")
    return (
        found if authority_ids is None else found.filter(memberships__authority__in=authority_ids)
    )


def home_name(actor: Actor) -> str:
    """The name of the authority that an actor belongs to; the first by the alphabet of several."""
    found = Authority.objects.filter(pk__in=actor.roles).values_list("name", flat=True).first()
    return found or ""


def units(authority: Authority) -> QuerySet[Unit]:
    """An authority's units in Danish alphabetical order."""
    return authority.units.select_related("parent")


def tokens(authority: Authority) -> QuerySet[ApiToken]:
    """An authority's tokens, newest first."""
    return authority.tokens.select_related("created_by")


def audit(authority: Authority) -> QuerySet[AuditEntry]:
    """What was done at an authority, newest first."""
    return AuditEntry.objects.filter(authority=authority).order_by("-at", "-pk")


def demo_users() -> QuerySet[User]:
    """The people of the demo with their roles; nobody where the demo is off."""
    if not settings.DEMO:
        return User.objects.none()
    found = User.objects.filter(is_demo=True, is_active=True)
    return found.prefetch_related("memberships__authority").order_by("pk")


def roles_of(user_id: int | None) -> list[Membership]:
    """What a person is, and where."""
    found = Membership.objects.filter(user_id=user_id or 0).select_related("authority", "unit")
    return list(found.order_by("authority__sort_key", "role"))


def user_by_email(email: str) -> User | None:
    """The person with an address, whatever its case."""
    return User.objects.filter(email__iexact=email.strip()).first()


def people(authority: Authority) -> QuerySet[User]:
    """Everybody with a role at an authority."""
    return User.objects.filter(memberships__authority=authority).distinct()


def whom_to_ask(user_id: int | None) -> list[User]:
    """The administrators of the authority whose provider signed the person in; else nobody."""
    codes = [
        account.get_provider().app.settings.get("authority", "")
        for account in SocialAccount.objects.filter(user_id=user_id or 0)
    ]
    places = Authority.objects.filter(code__in=[code for code in codes if code])
    return list(administrators(frozenset(places.values_list("pk", flat=True))).order_by("name"))


def unit_tree(authority: Authority) -> list[tuple[int, Unit]]:
    """An authority's units from the top down, each with its depth from 0."""
    below: dict[int | None, list[Unit]] = {}
    for unit in units(authority):
        below.setdefault(unit.parent_id, []).append(unit)

    def walk(parent: int | None, depth: int) -> list[tuple[int, Unit]]:
        found = []
        for unit in below.get(parent, []):
            found += [(depth, unit), *walk(unit.pk, depth + 1)]
        return found

    return walk(None, 0)


def audited_actions(authority: Authority) -> list[str]:
    """The kinds of action that an authority's trail holds."""
    found = AuditEntry.objects.filter(authority=authority).order_by("action")
    return list(found.values_list("action", flat=True).distinct())


def desk_mail_readers(wanted: Collection[str]) -> list[Membership]:
    """The clerks who chose one of `wanted`, by person: each with the authority and unit they work at."""
    found = Membership.objects.filter(
        role=Role.CLERK, user__is_active=True, user__desk_mail__in=wanted
    )
    return list(found.select_related("user", "authority").order_by("user_id", "authority_id"))


def names(kind: str, ids: Collection[int]) -> dict[int, str]:
    """Id to name of authorities, units or people; `kind` is "authority", "unit" or "person"."""
    models: dict[str, type[Authority | Unit | User]] = {
        "authority": Authority,
        "unit": Unit,
        "person": User,
    }
    return dict(models[kind]._default_manager.filter(pk__in=ids).values_list("pk", "name"))


def people_names(user_ids: Collection[int]) -> dict[int, str]:
    """Id to name of people, also of those who have left."""
    return dict(User.objects.filter(pk__in=user_ids).values_list("pk", "name"))


def unit_names(unit_ids: Collection[int]) -> dict[int, str]:
    """Id to name of units."""
    return dict(Unit.objects.filter(pk__in=unit_ids).values_list("pk", "name"))


def memberships_held() -> QuerySet[Membership]:
    """The roles of those who may sign in, for use inside another query."""
    return Membership.objects.filter(user__is_active=True)


def contributors(authority_ids: Collection[int]) -> QuerySet[User]:
    """Active people who may contribute at all of these authorities, by name."""
    roles = [role for role, rights in RIGHTS.items() if Right.CONTRIBUTE in rights]
    found = User.objects.filter(is_active=True)
    for place in authority_ids:
        found = found.filter(memberships__authority=place, memberships__role__in=roles)
    return found.distinct().order_by("name")


def person(user_id: int) -> User | None:
    """A person who may sign in."""
    return User.objects.filter(pk=user_id, is_active=True).first()


def working_at(authority_id: int) -> QuerySet[User]:
    """Everybody who may sign in and holds a role at an authority."""
    held = Membership.objects.filter(user=OuterRef("pk"), authority=authority_id)
    return User.objects.filter(Exists(held), is_active=True)


def people_at(authority_id: int, also: Collection[int] = ()) -> QuerySet[User]:
    """Active people with a role at the authority, and those whose ids stand in `also`, by name."""
    here = Membership.objects.filter(authority=authority_id).values("user")
    found = User.objects.filter(Q(pk__in=here, is_active=True) | Q(pk__in=also))
    return found.order_by("name", "pk")


def units_of(authority_id: int) -> QuerySet[Unit]:
    """The units of an authority in Danish alphabetical order."""
    return Unit.objects.filter(authority=authority_id)


def emails(ids: Collection[int]) -> dict[int, str]:
    """Id to e-mail address of people."""
    return dict(User.objects.filter(pk__in=ids).values_list("pk", "email"))


def addresses_of_people(addresses: Iterable[str]) -> set[str]:
    """Those of the addresses, in lower case, that somebody signs in with."""
    wanted = {each.casefold() for each in addresses if each}
    found = User.objects.annotate(lower=Lower("email")).filter(lower__in=wanted)
    return set(found.values_list("lower", flat=True))


def at_authorities(authority_ids: Collection[int]) -> QuerySet[User]:
    """Everybody with a role at one of these authorities."""
    held = Membership.objects.filter(user=OuterRef("pk"), authority__in=authority_ids)
    return User.objects.filter(Exists(held))
