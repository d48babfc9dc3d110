"""What the client does when a server is busy, gone, or speaks no JSON: a small server on loopback."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from http.server import BaseHTTPRequestHandler, HTTPServer

import httpx
import pytest

from gevinst.client import Gevinst, Refused, TooMany, Unavailable
from gevinst.client.transport import Transport

Answer = tuple[int, dict[str, str], bytes]
Serve = Callable[..., str]
EMPTY: Answer = (200, {"Content-Type": "application/json"}, b'{"items": [], "next": null}')


def busy(status: int, **headers: str) -> Answer:
    body = json.dumps({"code": "too-many-requests", "status": status}).encode()
    return status, {name.replace("_", "-"): value for name, value in headers.items()}, body


@pytest.fixture
def serve() -> Iterator[Serve]:
    """Gives the address of a server that answers as listed, one after another."""
    servers: list[HTTPServer] = []

    def start(*answers: Answer) -> str:
        waiting = list(answers)

        class Listed(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                status, headers, body = waiting.pop(0)
                self.send_response(status)
                for name, value in headers.items():
                    self.send_header(name, value)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            do_PUT = do_POST = do_GET  # noqa: N815 - the names that the library calls

            def log_message(self, *_args: object) -> None:
                pass

        server = HTTPServer(("127.0.0.1", 0), Listed)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        servers.append(server)
        return f"http://127.0.0.1:{server.server_port}"

    yield start
    for server in servers:
        server.shutdown()
        server.server_close()


def transport(address: str, waited: list[float], retries: int = 4) -> Transport:
    return Transport(httpx.Client(base_url=address, timeout=5), retries, waited.append)


@pytest.mark.parametrize("status", [429, 503])
def test_it_waits_as_long_as_the_server_says(serve: Serve, status: int) -> None:
    waited: list[float] = []
    found = transport(serve(busy(status, Retry_After="7"), EMPTY), waited).send("GET", "/x")
    assert (found.status_code, waited) == (200, [7.0])


def test_it_understands_a_date(serve: Serve) -> None:
    waited: list[float] = []
    later = format_datetime(datetime.now(UTC) + timedelta(seconds=30), usegmt=True)
    transport(serve(busy(503, Retry_After=later), EMPTY), waited).send("GET", "/x")
    assert 20 < waited[0] <= 30


def test_without_a_word_it_waits_longer_each_time_and_then_gives_up(serve: Serve) -> None:
    waited: list[float] = []
    address = serve(*[busy(429)] * 4)
    with pytest.raises(TooMany):
        transport(address, waited, retries=3).send("GET", "/x")
    assert waited == [1.0, 2.0, 4.0]


def test_it_never_waits_for_ever(serve: Serve) -> None:
    waited: list[float] = []
    transport(serve(busy(429, Retry_After="99999"), EMPTY), waited).send("GET", "/x")
    assert waited == [120.0]


@pytest.mark.parametrize(
    ("method", "headers", "tries"),
    [("GET", {}, 3), ("PUT", {}, 3), ("POST", {"Idempotency-Key": "en"}, 3), ("POST", {}, 1)],
)
def test_a_broken_connection_is_tried_again_where_that_changes_nothing(
    method: str, headers: dict[str, str], tries: int
) -> None:
    waited: list[float] = []
    with pytest.raises(Unavailable):
        transport("http://127.0.0.1:9", waited, retries=2).send(method, "/x", headers=headers)
    assert len(waited) == tries - 1


def test_a_refusal_without_a_problem_is_unavailable(serve: Serve) -> None:
    for body in (b"<html>", b"[]"):
        with pytest.raises(Unavailable, match="502"):
            transport(serve((502, {}, body)), []).send("GET", "/x")


def test_a_refusal_of_another_status_has_its_code(serve: Serve) -> None:
    body = b'{"code": "short", "detail": "Nej", "errors": [{"field": "a", "message": "b"}]}'
    asked = transport(serve((418, {}, body)), [])
    with pytest.raises(Refused, match="418 short: Nej; a: b") as refused:
        asked.send("GET", "/x")
    assert refused.value.status == 418


def test_an_answer_that_lacks_what_it_must_have_is_told_of(serve: Serve) -> None:
    with (
        Gevinst(serve((200, {}, b'{"id": 1}')), "x") as api,
        pytest.raises(TypeError, match="title"),
    ):
        api.process(1)


def test_a_new_field_of_the_server_is_kept(serve: Serve) -> None:
    body = b'{"id": 1, "title": "a", "summary": "b", "phase": "idea", "novel": 5}'
    with Gevinst(serve((200, {}, body)), "x") as api:
        assert api.process(1)["novel"] == 5
