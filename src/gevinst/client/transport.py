"""Sends requests, waits where the server asks for it, and makes exceptions of refusals."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any

import httpx

from gevinst.client.faults import Unavailable, refusal

BUSY = frozenset({429, 503})
REFUSED = 400
FIRST_WAIT, LONGEST_WAIT = 1.0, 120.0


@dataclass(slots=True)
class Transport:
    """One connection to one installation. `retries`: how often a call is repeated while the server is busy.

    Only calls that change nothing by being repeated are sent again after a broken connection.
    """

    http: httpx.Client
    retries: int = 4
    sleep: Callable[[float], None] = field(default=time.sleep)

    def send(
        self,
        method: str,
        path: str,
        *,
        params: Mapping[str, Any] | None = None,
        body: Any = None,
        headers: Mapping[str, str] | None = None,
    ) -> httpx.Response:
        """The answer. Raises `faults.Refused` by its status, `faults.Unavailable`."""
        request = self.http.build_request(
            method, path, params=params, json=body, headers=dict(headers or {})
        )
        for tried in range(self.retries + 1):
            last = tried == self.retries
            answer = self._sent(request, quiet=not last and _repeatable(request))
            if answer is not None and (answer.status_code not in BUSY or last):
                return _checked(answer)
            self.sleep(_wait(answer, tried))
        raise AssertionError("a last try answers or raises")

    def _sent(self, request: httpx.Request, *, quiet: bool) -> httpx.Response | None:
        """The answer; None for a broken connection that may be tried again."""
        try:
            return self.http.send(request)
        except httpx.TransportError as fault:
            if quiet:
                return None
            raise Unavailable(str(fault) or type(fault).__name__) from fault


def _repeatable(request: httpx.Request) -> bool:
    return request.method in {"GET", "PUT"} or "Idempotency-Key" in request.headers


def _checked(answer: httpx.Response) -> httpx.Response:
    if answer.status_code < REFUSED:
        return answer
    try:
        problem = answer.json()
    except ValueError:
        problem = None
    if not isinstance(problem, dict):
        raise Unavailable(f"{answer.status_code} {answer.reason_phrase}")
    raise refusal(answer.status_code, problem)


def _wait(answer: httpx.Response | None, tried: int) -> float:
    """Seconds to wait: what `Retry-After` says, as seconds or a date; else doubled each time."""
    stated = answer.headers.get("Retry-After", "") if answer is not None else ""
    if stated.isdigit():
        return min(float(stated), LONGEST_WAIT)
    try:
        left = (parsedate_to_datetime(stated) - datetime.now(UTC)).total_seconds()
    except (TypeError, ValueError):
        left = FIRST_WAIT * 2.0**tried
    return min(max(left, 0.0), LONGEST_WAIT)
