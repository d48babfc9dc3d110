"""Who asks: the client's address, also behind a proxy that is trusted, as a keyed hash."""

from __future__ import annotations

from ipaddress import IPv6Address, ip_address, ip_network

from django.conf import settings
from django.http import HttpRequest
from django.utils.crypto import salted_hmac

SALT = "gevinst.shared.guests"
HOME = 64  # bits of an IPv6 address that one household or office has


def client(request: HttpRequest) -> str:
    """The address; the last one of `settings.PROXY_HEADER`, which is the one our own proxy wrote.

    Without that setting headers are not believed: anybody can send them.
    """
    stated = ""
    if settings.PROXY_HEADER:
        name = "HTTP_" + settings.PROXY_HEADER.upper().replace("-", "_")
        stated = str(request.META.get(name, "")).split(",")[-1].strip()
    return _grouped(stated or str(request.META.get("REMOTE_ADDR", "")))


def hashed(address: str, what: str, window: int) -> str:
    """A key that says nothing of the address, and another one in every window."""
    value = f"{what} {window} {address}"
    return salted_hmac(SALT, value, algorithm="sha256").hexdigest()


def _grouped(stated: str) -> str:
    """IPv6 by its network: one guest has very many addresses there."""
    try:
        found = ip_address(stated.strip("[]"))
    except ValueError:
        return stated
    if not isinstance(found, IPv6Address):
        return str(found)
    if found.ipv4_mapped is not None:
        return str(found.ipv4_mapped)
    return str(ip_network((found, HOME), strict=False))
