"""allauth's decisions that are ours: nobody makes an account alone; providers vouch for people."""

from __future__ import annotations

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialLogin
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from gevinst.features.accounts import queries
from gevinst.features.accounts.models import User
from gevinst.shared.actor import SYSTEM
from gevinst.shared.audit import about, audited


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    """Local accounts are made by an administrator."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def pre_login(self, request: HttpRequest, user: User, **facts: Any) -> HttpResponse | None:
        """Turns a demo user away where the demo is off, by whatever way of signing in."""
        if user.is_demo and not settings.DEMO:
            closed: HttpResponse = self.respond_user_inactive(request, user)
            return closed
        answer: HttpResponse | None = super().pre_login(request, user, **facts)
        return answer

    def get_signup_redirect_url(self, request: HttpRequest) -> str:
        """The first time through a provider is like any other."""
        return self.get_login_redirect_url(request)

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        """Somebody with no role is told whom to ask for one."""
        if not queries.roles_of(request.user.pk):
            return reverse("profile")
        url: str = super().get_login_redirect_url(request)
        return url


class ProviderAdapter(DefaultSocialAccountAdapter):  # type: ignore[misc]
    """Somebody whom an authority's own provider vouches for gets an account, with no role yet."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: SocialLogin) -> bool:
        return True

    def populate_user(
        self, request: HttpRequest, sociallogin: SocialLogin, data: dict[str, Any]
    ) -> User:
        """The name as the provider states it; the e-mail address where it states none."""
        user: User = super().populate_user(request, sociallogin, data)
        parts = " ".join(filter(None, [data.get("first_name"), data.get("last_name")]))
        user.name = (data.get("name") or parts or data.get("email") or "")[:120]
        user.email = user.email.lower()
        return user

    def save_user(self, request: HttpRequest, sociallogin: SocialLogin, form: Any = None) -> User:
        """Keeps the account, and in the audit trail where it came from."""
        with audited("accounts.make_user_from_provider", by=SYSTEM) as entry:
            user: User = super().save_user(request, sociallogin, form)
            about(entry, user, provider=sociallogin.account.provider)
        return user
