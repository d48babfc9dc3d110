"""Who may sign in: demo users only where the demo is on."""

from __future__ import annotations

from allauth.account.auth_backends import AuthenticationBackend
from django.conf import settings

from gevinst.features.accounts.models import User


class Backend(AuthenticationBackend):  # type: ignore[misc]
    """allauth's backend, less demo users outside the demo."""

    def user_can_authenticate(self, user: User) -> bool:
        """False for somebody inactive, and for a demo user on a real installation."""
        return user.is_active and (settings.DEMO or not user.is_demo)

    def get_user(self, user_id: int) -> User | None:
        """The user of a session; a demo user's session ends with the demo."""
        user: User | None = super().get_user(user_id)
        return user if user and self.user_can_authenticate(user) else None
