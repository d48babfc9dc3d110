"""What callers use: read, push and follow the processes of one installation."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from types import TracebackType
from typing import Any
from urllib.parse import quote

import httpx

from gevinst.client import pages
from gevinst.client.pages import Changes
from gevinst.client.shapes import (
    Attachment,
    Authority,
    Code,
    Comment,
    Process,
    Pushed,
    System,
    Technology,
    made,
)
from gevinst.client.transport import Transport

API = "/api/v1"
CREATED = 201


class Gevinst:
    """The API of an installation at `address`, called with a token of an authority.

    Use it in a `with` statement, or `close` it. Calls raise `faults.Refused` and `faults.Unavailable`.
    """

    def __init__(
        self,
        address: str,
        token: str,
        *,
        timeout: float = 30.0,
        retries: int = 4,
        transport: httpx.BaseTransport | None = None,
    ) -> None:
        headers = {"Authorization": f"Bearer {token}", "User-Agent": "gevinst-client/1"}
        http = httpx.Client(
            base_url=address.rstrip("/"), headers=headers, timeout=timeout, transport=transport
        )
        self._transport = Transport(http, retries=retries)

    def __enter__(self) -> Gevinst:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        fault: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Ends the connection."""
        self._transport.http.close()

    def processes(self, **criteria: Any) -> Iterator[Process]:
        """The processes that the token may read and that fit, oldest first.

        Criteria are the parameters of the API: `q`, `phase`, `authority`, `technology` …; lists for several.
        """
        for told in pages.items(self._transport, f"{API}/processes", _asked(criteria)):
            yield made(Process, told)

    def process(self, process_id: int) -> Process:
        """One process, with its ETag."""
        return _process(self._transport.send("GET", f"{API}/processes/{process_id}"))

    def by_source(self, source: str, source_id: str, *, authority: str = "") -> Process:
        """The process that was pushed under this id."""
        params = {"authority": authority} if authority else {}
        return _process(self._transport.send("GET", _by_source(source, source_id), params=params))

    def push(
        self, source: str, source_id: str, *, title: str, summary: str, **fields: Any
    ) -> Pushed:
        """Makes the process the first time, changes the fields that are given after that.

        `source` is what the authority calls the board, `source_id` the id there.
        The same again changes nothing.
        """
        body = {"title": title, "summary": summary, **fields}
        answer = self._transport.send("PUT", _by_source(source, source_id), body=_sendable(body))
        return Pushed(_process(answer), answer.status_code == CREATED)

    def create(self, *, key: str = "", **fields: Any) -> Process:
        """A new process; with a `key` the same one however often the call is sent."""
        headers = {"Idempotency-Key": key} if key else {}
        return _process(
            self._transport.send(
                "POST", f"{API}/processes", body=_sendable(fields), headers=headers
            )
        )

    def update(self, process: Process | int, **fields: Any) -> Process:
        """Changes the fields that are given.

        Of a `Process` that was read: only if nobody changed it since (`ChangedMeanwhile`); of an id: anyhow.
        """
        path = f"{API}/processes/{process.id if isinstance(process, Process) else process}"
        headers = {"If-Match": self._tag(process)} if isinstance(process, Process) else {}
        return _process(
            self._transport.send("PATCH", path, body=_sendable(fields), headers=headers)
        )

    @staticmethod
    def _tag(process: Process) -> str:
        if not process.etag:
            raise ValueError("a process of a list has no ETag: read it with process() first")
        return process.etag

    def changes(self, after: str = "", *, limit: int = 200) -> Changes:
        """What changed after a cursor; loop over it, then keep its `cursor` for the next time."""
        return Changes(self._transport, f"{API}/processes/changes", after, limit)

    def now(self) -> str:
        """The cursor of this moment: what changes from now on comes after it."""
        answer = self._transport.send("GET", f"{API}/processes/changes", params={"after": "now"})
        return str(answer.json()["next"])

    def attachments(self, process_id: int) -> list[Attachment]:
        """The files of a process."""
        found = self._transport.send("GET", f"{API}/processes/{process_id}/attachments").json()
        return [made(Attachment, told) for told in found]

    def attachment(self, process_id: int, attachment_id: int) -> bytes:
        """The bytes of a file."""
        path = f"{API}/processes/{process_id}/attachments/{attachment_id}"
        return self._transport.send("GET", path).content

    def comments(self, process_id: int) -> Iterator[Comment]:
        """What people say under a process, oldest first."""
        path = f"{API}/processes/{process_id}/comments"
        for told in pages.items(self._transport, path, {}):
            yield made(Comment, told)

    def authorities(self, q: str = "") -> Iterator[Authority]:
        """Authorities, by words of their names."""
        for told in pages.items(self._transport, f"{API}/authorities", {"q": q}):
            yield made(Authority, told)

    def systems(self, q: str = "") -> Iterator[System]:
        """IT systems, by words of the name or the vendor."""
        for told in pages.items(self._transport, f"{API}/systems", {"q": q}):
            yield made(System, told)

    def technologies(self, q: str = "") -> Iterator[Technology]:
        """Technologies, by words of the name."""
        for told in pages.items(self._transport, f"{API}/technologies", {"q": q}):
            yield made(Technology, told)

    def codes(self, q: str = "", *, scheme: str = "") -> Iterator[Code]:
        """Codes of a scheme (`kle`, `form`, `kla`), by words of the title or the beginning of the code."""
        params = {"q": q, **({"scheme": scheme} if scheme else {})}
        for told in pages.items(self._transport, f"{API}/codes", params):
            yield made(Code, told)


def _asked(criteria: Mapping[str, Any]) -> dict[str, Any]:
    """As an address has them: days and moments by ISO, nothing for None."""
    return {name: _plain(value) for name, value in criteria.items() if value is not None}


def _sendable(fields: Mapping[str, Any]) -> dict[str, Any]:
    return {name: _plain(value) for name, value in fields.items()}


def _plain(value: Any) -> Any:
    """What JSON has no word for as text: decimal numbers, days, moments."""
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, dict):
        return _sendable(value)
    return [_plain(each) for each in value] if isinstance(value, list | tuple) else value


def _by_source(source: str, source_id: str) -> str:
    return f"{API}/processes/by-source/{quote(source, safe='')}/{quote(source_id, safe='/')}"


def _process(answer: httpx.Response) -> Process:
    return made(Process, {**answer.json(), "etag": answer.headers.get("ETag", "")})
