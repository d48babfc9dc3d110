"""The people of the demo: one a role. They can sign in only where the demo is on."""

from __future__ import annotations

from allauth.account.models import EmailAddress
from django.conf import settings
from django.contrib.auth.hashers import make_password

from gevinst.features.accounts.models import Authority, Membership, User
from gevinst.shared.actor import SYSTEM, Role
from gevinst.shared.audit import about, audited

# Role names, not people: the reserved domain `.example` reaches nobody.
DEMO_USERS = (
    ("sagsbehandler@demo.example", "Sagsbehandler (demo)", Role.CLERK),
    ("sagsbehandler2@demo.example", "Sagsbehandler 2 (demo)", Role.CLERK),
    ("procesejer@demo.example", "Procesejer (demo)", Role.PROCESS_OWNER),
    ("bidragyder@demo.example", "Bidragyder (demo)", Role.CONTRIBUTOR),
    ("laeser@demo.example", "Læser (demo)", Role.READER),
    ("lokaladministrator@demo.example", "Lokaladministrator (demo)", Role.LOCAL_ADMIN),
    ("national@demo.example", "National administrator (demo)", Role.NATIONAL_ADMIN),
)


def make_demo_users(*, authority: Authority, password: str | None = None) -> list[User]:
    """One person a role at the authority, all with one password (the demo's own); safe to repeat."""
    kept = make_password(password or settings.DEMO_PASSWORD)
    made = []
    with audited(
        "accounts.make_demo_users", by=SYSTEM, target=authority, authority_id=authority.pk
    ) as entry:
        for email, name, role in DEMO_USERS:
            user, _new = User.objects.update_or_create(
                email=email,
                defaults={"name": name, "password": kept, "is_demo": True, "is_active": True},
            )
            where = None if role == Role.NATIONAL_ADMIN else authority
            Membership.objects.get_or_create(user=user, role=role, authority=where)
            # As if a link in a mail had been followed: without it nobody can try two-factor sign-in.
            EmailAddress.objects.update_or_create(
                user=user, email=email, defaults={"verified": True, "primary": True}
            )
            made.append(user)
        about(entry, authority, users=len(made))
    return made
