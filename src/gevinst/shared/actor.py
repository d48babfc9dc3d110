"""Who acts: a person, an integration's token, or the system itself, and what each may do where."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from gevinst.shared.errors import DomainError


class Role(TextChoices):
    """What a person or a token is to an authority."""

    READER = "reader", _("Reader")
    CONTRIBUTOR = "contributor", _("Contributor")
    CLERK = "clerk", _("Clerk")
    PROCESS_OWNER = "process_owner", _("Process owner")
    LOCAL_ADMIN = "local_admin", _("Local administrator")
    NATIONAL_ADMIN = "national_admin", _("National administrator")


class Right(StrEnum):
    """A thing that may be done within an authority."""

    READ = "read"
    CONTRIBUTE = "contribute"
    WORK_DESK = "work_desk"
    OPERATE = "operate"
    ADMINISTER = "administer"


RIGHTS: Mapping[str, frozenset[Right]] = {
    Role.READER: frozenset({Right.READ}),
    Role.CONTRIBUTOR: frozenset({Right.READ, Right.CONTRIBUTE}),
    Role.CLERK: frozenset({Right.READ, Right.WORK_DESK}),
    Role.PROCESS_OWNER: frozenset({Right.READ, Right.CONTRIBUTE, Right.OPERATE}),
    Role.LOCAL_ADMIN: frozenset({Right.READ, Right.CONTRIBUTE, Right.OPERATE, Right.ADMINISTER}),
    # Everywhere, but never the desk: person numbers are for those who work the items.
    Role.NATIONAL_ADMIN: frozenset({Right.READ, Right.ADMINISTER}),
}


@dataclass(frozen=True, slots=True)
class Actor:
    """`roles` maps an authority's id to the roles held there; `national` holds everywhere."""

    name: str
    user_id: int | None = None
    token_id: int | None = None
    roles: Mapping[int, frozenset[str]] = field(default_factory=dict)
    national: bool = False
    system: bool = False

    @property
    def known(self) -> bool:
        """Whether this is anybody at all."""
        return self.system or self.user_id is not None or self.token_id is not None

    def may(self, right: Right, authority_id: int) -> bool:
        """Whether `right` is held at the authority."""
        if self.system:
            return True
        held = set(self.roles.get(authority_id, ()))
        if self.national:
            held.add(Role.NATIONAL_ADMIN)
        return any(right in RIGHTS[role] for role in held)

    def require(self, right: Right, authority_id: int) -> None:
        """Raises `DomainError("not-allowed")` unless `right` is held at the authority."""
        if not self.may(right, authority_id):
            raise DomainError("not-allowed", _("You do not have the role that this needs."))

    def authorities(self, right: Right) -> frozenset[int]:
        """The ids of the authorities where `right` is held by a role there."""
        return frozenset(key for key in self.roles if self.may(right, key))


GUEST = Actor(name="")
SYSTEM = Actor(name="Gevinst", system=True)
