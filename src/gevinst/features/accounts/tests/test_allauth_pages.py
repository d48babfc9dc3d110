"""Every page of allauth is in our frame and needs nothing that the content policy stops."""

from __future__ import annotations

import re
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.test import Client
from django.urls import reverse

from gevinst.features.accounts.tests.factories import UserFactory

pytestmark = pytest.mark.django_db
PASSWORD = "en lang sætning 42"
INLINE = re.compile(r"<style|\sstyle=|\son[a-z]+=|javascript:", re.IGNORECASE)
SCRIPT = re.compile(r"<script\b([^>]*)>", re.IGNORECASE)
OUTSIDE = re.compile(r"<(?:script|link|img)[^>]*(?:src|href)=[\"'](?:https?:)?//", re.IGNORECASE)
GUEST = [
    "account_login",
    "account_signup",
    "account_inactive",
    "account_reset_password",
    "account_reset_password_done",
    "account_reset_password_from_key_done",
    "account_email_verification_sent",
    "socialaccount_login_cancelled",
]
SIGNED_IN = [
    "account_logout",
    "account_email",
    "account_change_password",
    "account_reauthenticate",
    "mfa_index",
    "mfa_activate_totp",
    "mfa_list_webauthn",
    "mfa_add_webauthn",
    "mfa_generate_recovery_codes",
    "socialaccount_connections",
]


def harmless(page: str) -> None:
    """Raises AssertionError for what `default-src 'self'` would stop."""
    assert "dkfds" in page
    assert "<h1" in page
    assert not INLINE.search(page)
    assert not OUTSIDE.search(page)
    for attributes in SCRIPT.findall(page):
        assert "src=" in attributes or 'type="application/json"' in attributes, attributes


@pytest.mark.parametrize("name", GUEST)
def test_a_strangers_page(client: Client, name: str) -> None:
    answer = client.get(reverse(name))
    assert answer.status_code == 200
    harmless(answer.content.decode())


@pytest.fixture
def signed_in(client: Client, settings: Any) -> Client:
    """By the form itself, so that the password was given a moment ago."""
    user = UserFactory(password=PASSWORD)
    client.post(reverse("account_login"), {"login": user.email, "password": PASSWORD})
    return client


@pytest.mark.parametrize("name", SIGNED_IN)
def test_my_page(signed_in: Client, name: str) -> None:
    answer = signed_in.get(reverse(name), follow=True)
    assert answer.status_code == 200
    harmless(answer.content.decode())


@pytest.mark.parametrize("name", ["mfa_view_recovery_codes", "mfa_deactivate_totp", "mfa_index"])
def test_my_page_with_two_factors(signed_in: Client, name: str) -> None:
    from gevinst.features.accounts.models import User

    user = User.objects.get()
    TOTP.activate(user, generate_totp_secret())
    RecoveryCodes.activate(user)
    answer = signed_in.get(reverse(name), follow=True)
    assert answer.status_code == 200
    harmless(answer.content.decode())


def test_the_second_factor_is_asked_for(client: Client) -> None:
    user = UserFactory(password=PASSWORD)
    TOTP.activate(user, generate_totp_secret())
    answer = client.post(
        reverse("account_login"), {"login": user.email, "password": PASSWORD}, follow=True
    )
    assert answer.redirect_chain[-1][0] == reverse("mfa_authenticate")
    assert "_auth_user_id" not in client.session
    harmless(answer.content.decode())
    assert Authenticator.objects.count() == 1


def test_the_policy_is_sent(client: Client) -> None:
    policy = client.get(reverse("account_login")).headers["Content-Security-Policy"]
    assert "default-src 'self'" in policy
    assert "unsafe" not in policy


def test_a_new_person_chooses_a_password(client: Client, mailoutbox: list[Any]) -> None:
    user = UserFactory()
    client.post(reverse("account_reset_password"), {"email": user.email})
    link = re.search(r"https?://testserver(\S+)", mailoutbox[0].body)
    assert link
    form = client.get(link[1], follow=True)
    harmless(form.content.decode())
    client.post(form.redirect_chain[-1][0], {"password1": PASSWORD, "password2": PASSWORD})
    user.refresh_from_db()
    assert user.check_password(PASSWORD)
