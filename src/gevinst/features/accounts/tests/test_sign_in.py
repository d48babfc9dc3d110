"""Signing in: by password, as a demo user, through a real OpenID Connect provider on loopback, by SAML."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import requests
from django.test import Client
from django.urls import reverse
from oidc_provider_mock import User as Person
from oidc_provider_mock import run_server_in_thread

from gevinst.config.providers import ProvidersFault, providers_from
from gevinst.features.accounts import actions
from gevinst.features.accounts.models import User
from gevinst.features.accounts.tests.factories import AuthorityFactory, UserFactory
from gevinst.shared.models import AuditEntry

PASSWORD = "en lang sætning 42"


@pytest.fixture
def provider() -> Iterator[str]:
    """A provider of its own with two people in it; the address of its description."""
    stated = {
        "1": ("Ny@Kommune.example", "Ny Person"),
        "2": ("kendt@kommune.example", "Andet Navn"),
    }
    people = [
        Person(sub=sub, claims={"email": email, "name": name, "email_verified": True})
        for sub, (email, name) in stated.items()
    ]
    with run_server_in_thread(user_claims=people) as server:
        yield f"http://127.0.0.1:{server.server_port}/.well-known/openid-configuration"


def configure(settings: Any, tmp_path: Path, text: str) -> None:
    file = tmp_path / "providers.toml"
    file.write_text(text, encoding="utf-8")
    settings.SOCIALACCOUNT_PROVIDERS = providers_from(str(file))


def openid(address: str, more: str = "") -> str:
    return f"""[[openid_connect]]
id = "proeve"
name = "Prøveby Kommune"
client_id = "gevinst"
secret = "hemmelig"
server_url = "{address}"
authority = "T0000"
{more}"""


def go_through(client: Client, subject: str) -> Any:
    """To the provider, signed in there, and back."""
    there = client.get(reverse("openid_connect_login", args=["proeve"])).headers["Location"]
    back = requests.post(there, data={"sub": subject}, allow_redirects=False, timeout=10)
    return client.get(back.headers["Location"].replace("http://testserver", ""), follow=True)


@pytest.mark.django_db
def test_a_person_signs_in_by_password(client: Client) -> None:
    user = UserFactory(password=PASSWORD, reader_of=AuthorityFactory())
    client.post(reverse("account_login"), {"login": user.email.upper(), "password": PASSWORD})
    assert client.session["_auth_user_id"] == str(user.pk)


@pytest.mark.django_db
def test_a_wrong_password_says_so_and_keeps_the_address(client: Client) -> None:
    user = UserFactory(password=PASSWORD)
    answer = client.post(reverse("account_login"), {"login": user.email, "password": "forkert"})
    page = answer.content.decode()
    assert "_auth_user_id" not in client.session
    assert "error-summary" in page
    assert user.email in page


@pytest.mark.django_db
def test_nobody_makes_an_account_alone(client: Client) -> None:
    facts = {"email": "x@example.org", "password1": PASSWORD, "password2": PASSWORD}
    client.post(reverse("account_signup"), facts)
    assert not User.objects.exists()


@pytest.mark.django_db
@pytest.mark.parametrize("on", [True, False])
def test_demo_people_sign_in_only_where_the_demo_is_on(
    client: Client, settings: Any, on: bool
) -> None:
    settings.DEMO = on
    clerk = actions.make_demo_users(authority=AuthorityFactory())[0]
    page = client.get(reverse("account_login")).content.decode()
    assert (clerk.email in page) is on
    assert (settings.DEMO_PASSWORD in page) is on
    client.post(
        reverse("account_login"), {"login": clerk.email, "password": settings.DEMO_PASSWORD}
    )
    assert ("_auth_user_id" in client.session) is on


@pytest.mark.django_db
def test_a_demo_persons_session_ends_with_the_demo(client: Client, settings: Any) -> None:
    settings.DEMO = True
    client.force_login(actions.make_demo_users(authority=AuthorityFactory())[0])
    assert client.get(reverse("profile")).status_code == 200
    settings.DEMO = False
    assert client.get(reverse("profile")).status_code == 302


@pytest.mark.django_db
def test_a_providers_person_gets_an_account_with_no_role_and_is_told_whom_to_ask(
    client: Client, settings: Any, tmp_path: Path, provider: str
) -> None:
    home = AuthorityFactory(code="T0000")
    admin = UserFactory(local_admin_of=home, name="Prøveadministrator")
    configure(settings, tmp_path, openid(provider))
    assert "Prøveby Kommune" in client.get(reverse("account_login")).content.decode()
    answer = go_through(client, "1")
    made = User.objects.get(email="ny@kommune.example")
    assert (made.name, made.memberships.count(), made.has_usable_password()) == (
        "Ny Person",
        0,
        False,
    )
    assert answer.redirect_chain[-1][0] == reverse("profile")
    assert admin.email in answer.content.decode()
    assert AuditEntry.objects.get(action="accounts.make_user_from_provider").target_id == str(
        made.pk
    )
    client.logout()
    go_through(client, "1")
    assert client.session["_auth_user_id"] == str(made.pk)
    assert User.objects.count() == 2


@pytest.mark.django_db
@pytest.mark.parametrize(("more", "same"), [("trust_email = true", True), ("", False)])
def test_an_address_makes_the_same_person_only_where_the_provider_is_trusted(
    client: Client, settings: Any, tmp_path: Path, *, provider: str, more: str, same: bool
) -> None:
    known = UserFactory(email="kendt@kommune.example", reader_of=AuthorityFactory())
    configure(settings, tmp_path, openid(provider, more))
    go_through(client, "2")
    assert (client.session.get("_auth_user_id") == str(known.pk)) is same
    assert User.objects.count() == 1


CERTIFICATE = "MIIBszCCAVmgAwIBAgIUAAAA"
SAML = f"""[[saml]]
id = "region"
name = "Region Prøve"
entity_id = "https://idp.example"
sso_url = "https://idp.example/sso"
x509cert = "{CERTIFICATE}"
"""


@pytest.mark.django_db
def test_saml_says_who_we_are_and_sends_people_to_their_provider(
    client: Client, settings: Any, tmp_path: Path
) -> None:
    configure(settings, tmp_path, SAML)
    settings.ALLOWED_HOSTS = ["gevinst.example"]
    client.defaults["HTTP_HOST"] = client.defaults["SERVER_NAME"] = "gevinst.example"
    metadata = client.get(reverse("saml_metadata", args=["region"])).content.decode()
    assert reverse("saml_acs", args=["region"]) in metadata
    assert 'WantAssertionsSigned="true"' in metadata
    there = client.get(reverse("saml_login", args=["region"])).headers["Location"]
    assert there.startswith("https://idp.example/sso?SAMLRequest=")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[[openid_connect]]\nid = 'x'", "lacks 'name'"),
        ("[[saml]]\nid = 'x'\nname = 'x'\nentity_id = 'x'", "metadata_url"),
        ("not toml", "not TOML"),
        (None, "cannot be read"),
    ],
)
def test_a_file_that_cannot_be_used_is_refused(tmp_path: Path, text: str | None, said: str) -> None:
    file = tmp_path / "providers.toml"
    if text is not None:
        file.write_text(text)
    with pytest.raises(ProvidersFault, match=said):
        providers_from(str(file))


def test_without_a_file_there_are_no_providers() -> None:
    assert providers_from("") == {}
