"""Serves the pages with granian, and the background work beside them."""

from __future__ import annotations

import errno
import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import click

from gevinst.cli.language import spoken
from gevinst.shared.orphans import PARENT

TARGET = "gevinst.config.wsgi:application"


def ensure_free(host: str, port: int) -> None:
    """Ends the command with status 2 and a way out where the port is taken or not allowed."""
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as fault:
            raise click.UsageError(_busy(host, port, fault)) from fault


def _busy(host: str, port: int, fault: OSError) -> str:
    if fault.errno == errno.EADDRINUSE:
        other = f"gevinst demo --port {port + 1}, make demo PORT={port + 1}"
        return spoken(
            f"Porten {port} på {host} er optaget af et andet program. Vælg en anden: {other}",
            f"Port {port} on {host} is used by another program. Choose another: {other}",
        )
    return spoken(
        f"Porten {port} på {host} kan ikke bruges: {fault.strerror}. Vælg en anden med --port.",
        f"Port {port} on {host} cannot be used: {fault.strerror}. Choose another with --port.",
    )


def serve(host: str, port: int, *, workers: int = 1, background: bool = True) -> None:
    """Serve until interrupted."""
    from granian import Granian
    from granian.constants import Interfaces

    ensure_free(host, port)
    os.environ[PARENT] = str(os.getpid())
    server = Granian(
        TARGET,
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=workers,
        blocking_threads=4,
        websockets=False,
        log_enabled=False,
    )
    with _worker(background):
        server.serve()


@contextmanager
def _worker(wanted: bool) -> Iterator[None]:
    """The background worker as a process of its own, ended with the server."""
    if not wanted:
        yield
        return
    process = subprocess.Popen(
        [sys.executable, "-m", "gevinst.cli", "worker"], stdout=subprocess.DEVNULL
    )
    try:
        yield
    finally:
        process.terminate()
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
