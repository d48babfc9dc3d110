"""Who may sign in: demo users only where the demo is on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from allauth.account.auth_backends import AuthenticationBackend
from django.conf import settings

from gevinst.features.accounts.models import User

if TYPE_CHECKING:
    from django.http import HttpRequest


class Backend(AuthenticationBackend):
    """allauth's backend, less demo users outside the demo."""

    def authenticate(self, request: HttpRequest | None, **credentials: Any) -> User | None:
        """Whose password this is; nobody for a demo user where the demo is off."""
        user: User | None = super().authenticate(request, **credentials)
        # Somebody inactive goes on: allauth shows a page that says so.
        return None if user and user.is_demo and not settings.DEMO else user

    def user_can_authenticate(self, user: User) -> bool:
        """False for somebody inactive, and for a demo user on a real installation."""
        return user.is_active and (settings.DEMO or not user.is_demo)

    def get_user(self, user_id: int) -> User | None:
        """The user of a session; a demo user's session ends with the demo."""
        user: User | None = super().get_user(user_id)
        return user if user and self.user_can_authenticate(user) else None
