"""Makes users: there is no user name, only the e-mail address."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib.auth.models import BaseUserManager

if TYPE_CHECKING:
    from gevinst.features.accounts.models import User


class UserManager(BaseUserManager["User"]):
    """`User.objects`."""

    def create_user(self, email: str, name: str, password: str | None = None, **facts: Any) -> User:
        """A saved user; without a password one that can only sign in through a provider."""
        user = self.model(email=self.normalize_email(email).lower(), name=name, **facts)
        user.set_password(password)
        user.save(using=self._db)
        return user
