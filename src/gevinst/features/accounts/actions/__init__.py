"""What can be done with authorities, people, roles, units and tokens; see README.md."""

from gevinst.features.accounts.actions.authorities import load_authorities
from gevinst.features.accounts.actions.demo import make_demo_users
from gevinst.features.accounts.actions.people import deactivate_user, make_user
from gevinst.features.accounts.actions.preferences import choose_desk_mail, choose_language
from gevinst.features.accounts.actions.roles import grant_role, revoke_role
from gevinst.features.accounts.actions.tokens import make_token, revoke_token
from gevinst.features.accounts.actions.units import add_unit

__all__ = [
    "add_unit",
    "choose_desk_mail",
    "choose_language",
    "deactivate_user",
    "grant_role",
    "load_authorities",
    "make_demo_users",
    "make_token",
    "make_user",
    "revoke_role",
    "revoke_token",
]
