"""Walks every address and every API route: strangers and other authorities' people are turned away.

A new address is tested from the moment it is there. What strangers may see is listed in `PUBLIC` with the
reason; what a signed-in person does about himself only, in `OWN`.
"""

from __future__ import annotations

from typing import Any

import pytest
from django.core.cache import cache
from django.db import connection, transaction
from django.test import Client

from gevinst.config.api import api
from gevinst.config.tests.routes import Route, address, routes
from gevinst.config.tests.world import MARK, World, make_world
from gevinst.features.operations.tests.tiny_block import tiny
from gevinst.shared.models import AuditEntry

SIGN_IN = "Signing in happens before one is signed in."
PROVIDER = (
    "The authority's own sign-in provider comes back here; it proves who it is by its signature."
)
TEXT = "A text about the site; it names nobody."
SHARED = "Shows only what an authority has made public."
PUBLIC: dict[str, str] = {
    **dict.fromkeys(("accessibility", "privacy", "api-reference", "api:openapi-json"), TEXT),
    "language": "Anybody may choose a language; it is kept in a cookie.",
    **dict.fromkeys(
        (
            "account_login", "account_logout", "account_inactive", "account_signup",
            "account_email_verification_sent", "account_reset_password", "account_confirm_email",
            "account_confirm_login_code", "account_reset_password_done",
            "account_reset_password_from_key", "account_reset_password_from_key_done",
            "mfa_authenticate", "mfa_login_webauthn", "socialaccount_login_cancelled", "socialaccount_signup",
        ),
        SIGN_IN,
    ),
    **dict.fromkeys(
        (
            "openid_connect_login", "openid_connect_callback",
            "saml_acs", "saml_finish_acs", "saml_sls", "saml_metadata", "saml_login",
        ),
        PROVIDER,
    ),
    **dict.fromkeys(
        ("front", "catalogue", "catalogue-csv", "process", "process-history", "process-lineage"), SHARED
    ),
    **dict.fromkeys(("catalogue-compare", "systems", "system", "technologies", "codes"), SHARED),
    **dict.fromkeys(("published-cases", "published-case", "published-file", "attachment"), SHARED),
    **dict.fromkeys(("catalogue-excel", "catalogue-json", "catalogue-os2", "catalogue-atom"), SHARED),
    **dict.fromkeys(
        (
            "open-processes", "open-processes-csv", "open-processes-json", "open-processes-os2",
            "open-metadata-ttl", "open-metadata-rdf", "open-metadata-jsonld",
        ),
        SHARED,
    ),
    "published-recompute": "A copy of what everybody may read, at the reader's own authority.",
}  # fmt: skip
OWN = {
    "profile", "profile-desk-mail", "notices", "notices-read", "following", "notice-choices", "about-me",
    "account_reauthenticate", "account_email", "account_change_password",
    "account_set_password",
    "mfa_index", "mfa_reauthenticate", "mfa_activate_totp", "mfa_deactivate_totp", "mfa_view_recovery_codes",
    "mfa_generate_recovery_codes", "mfa_download_recovery_codes", "mfa_list_webauthn", "mfa_add_webauthn",
    "mfa_reauthenticate_webauthn", "mfa_remove_webauthn", "mfa_edit_webauthn", "socialaccount_connections",
    "socialaccount_login_error",
}  # fmt: skip
# Reading these may write, for a reason that is allauth's.
WRITES = {
    "account_email": "Makes the row of an address that the account had before allauth.",
    "process": "Who has opened it is kept for its owner, and notices about it are read.",
    "saml_acs": "A session of its own while the provider's answer is on its way.",
}
# What a stranger has typed is kept in the session that is theirs, until they sign in.
KEPT_FOR_STRANGERS = {"process-draft-keep", "process-edit-draft"}
# Names and systems that all authorities share; what is said there is of the reader's own authority.
EVERYBODYS = {"process-suggestions", "system-ours", "technology-ours"}
METHODS = ("get", "head", "post", "put", "patch", "delete")
ALL = routes()
PAGES = [route for route in ALL if not route.name.startswith("api:")]
# Something to write that would be taken from one who may: a refusal must be for who asks.
BODIES: dict[tuple[str, str], tuple[bytes, str]] = {
    ("/api/v1/processes", "post"): (
        b'{"authority": "%(code)s", "title": "Ny", "summary": "Kort"}', "application/json"
    ),
    ("/api/v1/processes/{process_id}", "patch"): (b'{"title": "Anden"}', "application/json"),
    ("/api/v1/processes/by-source/{source}/{source_id}", "put"): (
        b'{"authority": "%(code)s", "title": "Ny", "summary": "Kort"}', "application/json"
    ),
    ("/api/v1/robots/{robot_id}/documents", "post"): (b"ok 1 H 5.00", "application/octet-stream"),
    ("/api/v1/robots/{robot_id}/archives", "post"): (b"ok 2 H 5.00", "application/octet-stream"),
    ("/api/v1/business-cases/evaluate", "post"): (b'{"text": "case: 1"}', "application/json"),
    ("/api/v1/business-cases/{case_id}", "put"): (
        b'{"text": "case: 1", "revision": 1}', "application/json"
    ),
    ("/api/v1/business-cases/{case_id}/versions", "post"): (
        b'{"reason": "x"}', "application/json"
    ),
    ("/api/v1/business-cases/{case_id}/propose", "post"): (b"", "application/json"),
    ("/api/v1/business-cases/{proposed_id}/approve", "post"): (b"{}", "application/json"),
    ("/api/v1/responses/{response_id}/collected", "post"): (b"", "application/json"),
    ("/api/v1/benefits/{benefit_id}/moves", "post"): (
        b'{"target": "expected", "on": "2025-06-01", "evidence": "Pilot"}', "application/json"
    ),
}  # fmt: skip
# Works out what is sent and keeps nothing: about nobody's objects.
STATELESS = {("/api/v1/business-cases/evaluate", "post")}
OPERATIONS = [
    (path, method)
    for path, methods in api.get_openapi_schema()["paths"].items()
    for method in methods
]


@pytest.fixture
def world(db: None, monkeypatch: pytest.MonkeyPatch) -> World:
    monkeypatch.setattr("gevinst.features.operations.blocks.block", tiny)
    cache.clear()
    return make_world()


def to_sign_in(answer: Any) -> bool:
    return answer.status_code == 302 and answer.headers["Location"].startswith("/konto/login/")


def shown(answer: Any) -> str:
    body = b"".join(answer.streaming_content) if answer.streaming else answer.content
    return body.decode(errors="replace") + str(answer.headers)


def test_every_listed_name_is_an_address() -> None:
    assert set(PUBLIC) | OWN <= {route.name for route in ALL}


@pytest.mark.parametrize("route", [r for r in PAGES if r.name not in PUBLIC], ids=str)
def test_a_stranger_is_sent_to_the_sign_in_page(route: Route, world: World) -> None:
    before = AuditEntry.objects.count()
    for method in METHODS:
        answer = getattr(Client(), method)(address(route, world))
        if method == "post" and route.name in KEPT_FOR_STRANGERS:
            assert MARK not in shown(answer)
            continue
        # 405: a page that keeps what was typed for a stranger says which methods it has, no more.
        assert to_sign_in(answer) or answer.status_code in {401, 403, 404, 405}, (
            method,
            answer.status_code,
        )
    assert AuditEntry.objects.count() == before


@pytest.mark.parametrize("route", [r for r in ALL if r.name in PUBLIC], ids=str)
def test_a_public_page_shows_a_stranger_nothing_of_an_authority(route: Route, world: World) -> None:
    for method in METHODS:
        answer = getattr(Client(raise_request_exception=False), method)(address(route, world))
        assert answer.status_code < 500, method
        assert MARK not in shown(answer), method


@pytest.mark.parametrize("route", [r for r in PAGES if r.name not in OWN], ids=str)
def test_another_authoritys_user_sees_and_changes_nothing(route: Route, world: World) -> None:
    client = Client()
    about_home = route.parameters and route.name not in {*PUBLIC, *EVERYBODYS}
    for method in METHODS:
        client.force_login(world.outsider)
        answer = getattr(client, method)(address(route, world))
        assert MARK not in shown(answer), method
        if about_home:
            assert answer.status_code in {403, 404, 405}, (method, answer.status_code)
    assert not AuditEntry.objects.filter(authority=world.home).exists()


@pytest.mark.parametrize(
    "route", [r for r in PAGES if r.parameters and r.name not in PUBLIC], ids=str
)
def test_the_same_page_is_there_for_one_who_may(route: Route, world: World) -> None:
    """Else the tests above would be passed by an address that nobody can open."""
    if route.name in {*OWN, "api-nothing"}:
        return
    client = Client()
    client.force_login(world.insider)
    assert {getattr(client, m)(address(route, world)).status_code for m in ("get", "post")} - {
        403,
        404,
        405,
    }


def test_a_national_administrator_has_no_desk(world: World) -> None:
    from gevinst.features.accounts.tests.factories import UserFactory

    client = Client()
    client.force_login(UserFactory(national_admin=True))
    for route in [r for r in PAGES if r.name.startswith("desk") and r.parameters]:
        answer = client.get(address(route, world))
        assert MARK not in shown(answer), route
        assert answer.status_code in {403, 404, 405}, route


@pytest.mark.parametrize(("path", "method"), OPERATIONS)
def test_the_api_turns_strangers_and_wrong_tokens_away(
    path: str, method: str, world: World
) -> None:
    url, body, kind = _call(path, method, world)
    for headers in ({}, {"authorization": "Bearer gv_00000000_wrong"}):
        answer = getattr(Client(headers=headers), method)(url, body, content_type=kind)
        assert answer.status_code == 401


@pytest.mark.parametrize(("path", "method"), OPERATIONS)
@pytest.mark.parametrize("role", ["reader", "contributor", "clerk", "process_owner"])
def test_the_api_shows_another_authority_nothing(
    path: str, method: str, role: str, world: World
) -> None:
    url, body, kind = _call(path, method, world)
    client = Client(headers={"authorization": f"Bearer {world.tokens[f'elsewhere-{role}']}"})
    answer = getattr(client, method)(url, body, content_type=kind)
    assert MARK not in shown(answer)
    if "{" in path or (method != "get" and (path, method) not in STATELESS):
        assert answer.status_code in {403, 404}
    assert not AuditEntry.objects.filter(authority=world.home).exists()


@pytest.mark.parametrize(("path", "method"), OPERATIONS)
def test_some_token_at_home_may_do_it(path: str, method: str, world: World) -> None:
    url, body, kind = _call(path, method, world)
    answers = []
    for role in ("reader", "contributor", "clerk", "process_owner"):
        client = Client(headers={"authorization": f"Bearer {world.tokens[f'home-{role}']}"})
        answers.append(getattr(client, method)(url, body, content_type=kind).status_code)
    assert {200, 201} & set(answers)


def _call(path: str, method: str, world: World) -> tuple[str, bytes | dict[str, str], str]:
    """The route's address with the world's objects. Raises `KeyError` for a write without a body."""
    url = path.format(**world.by_parameter)
    if method == "get":
        return url, {}, "application/json"
    body, kind = BODIES[path, method]
    return url, body.replace(b"%(code)s", world.home.code.encode()), kind


@pytest.mark.parametrize("route", [r for r in ALL if r.name not in WRITES], ids=str)
def test_reading_a_page_writes_nothing(route: Route, world: World, settings: Any) -> None:
    """Each page is drawn in a transaction that cannot write; sessions are kept in cookies meanwhile."""
    settings.SESSION_ENGINE = "django.contrib.sessions.backends.signed_cookies"
    client = Client()
    client.force_login(world.insider)
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION READ ONLY")
        for method in ("get", "head"):
            answer = getattr(client, method)(address(route, world))
            assert answer.status_code < 500
        transaction.set_rollback(True)
