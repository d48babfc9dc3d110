"""Sign-in providers of an installation: a TOML file named by `GEVINST_PROVIDERS`, one table a provider.

[[openid_connect]]
id = "aarhus"                    # part of the address, never changed
name = "Aarhus Kommune"          # on the button
client_id = "…"
secret = "…"
server_url = "https://login.example.dk/.well-known/openid-configuration"
authority = "0751"               # whose administrators give roles
trust_email = true               # an existing account of the same address is the same person

[[saml]]
id = "region"
name = "Region …"
entity_id = "https://idp.example.dk"
metadata_url = "https://idp.example.dk/metadata"
authority = "1082"
"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

App = dict[str, Any]
# What SAML providers call a person's identifier, e-mail and name.
_SAML_ATTRIBUTES = {
    "uid": "urn:oasis:names:tc:SAML:attribute:subject-id",
    "email": "urn:oid:0.9.2342.19200300.100.1.3",
    "first_name": "urn:oid:2.5.4.42",
    "last_name": "urn:oid:2.5.4.4",
}


class ProvidersFault(ValueError):
    """The file of providers cannot be used; the message says what is wrong where."""


def providers_from(path: str) -> dict[str, dict[str, list[App]]]:
    """allauth's `SOCIALACCOUNT_PROVIDERS`; empty without a file. Raises `ProvidersFault`."""
    if not path:
        return {}
    try:
        stated = tomllib.loads(Path(path).read_text(encoding="utf-8"))
        return {
            "openid_connect": {"APPS": [_openid(one) for one in stated.get("openid_connect", [])]},
            "saml": {"APPS": [_saml(one) for one in stated.get("saml", [])]},
        }
    except OSError as fault:
        raise ProvidersFault(f"GEVINST_PROVIDERS: {path} cannot be read") from fault
    except tomllib.TOMLDecodeError as fault:
        raise ProvidersFault(f"GEVINST_PROVIDERS: {path} is not TOML: {fault}") from fault
    except KeyError as fault:
        raise ProvidersFault(f"GEVINST_PROVIDERS: {path}: a provider lacks {fault}") from fault


def _settings(one: App) -> App:
    trust = bool(one.get("trust_email", False))
    return {
        "authority": one.get("authority", ""),
        "email_authentication": trust,
        "verified_email": trust,
    }


def _openid(one: App) -> App:
    return {
        "provider_id": one["id"],
        "name": one["name"],
        "client_id": one["client_id"],
        "secret": one["secret"],
        "settings": {
            "server_url": one["server_url"],
            "oauth_pkce_enabled": True,
            **_settings(one),
        },
    }


def _saml(one: App) -> App:
    idp = {
        key: one[key] for key in ("sso_url", "slo_url", "x509cert", "metadata_url") if key in one
    }
    if "metadata_url" not in idp and not {"sso_url", "x509cert"} <= idp.keys():
        raise KeyError("metadata_url, or sso_url and x509cert")
    return {
        "provider_id": one["id"],
        "name": one["name"],
        "client_id": one["id"],
        "settings": {
            "idp": {"entity_id": one["entity_id"], **idp},
            "advanced": {"want_assertion_signed": True},
            "attribute_mapping": {**_SAML_ATTRIBUTES, **one.get("attributes", {})},
            **_settings(one),
        },
    }
