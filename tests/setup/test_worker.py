"""`gevinst worker` does what was put in the queue, and ends when it is told to."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

PUT_AND_WAIT = """
import time
from gevinst.cli import django
django.start()
from gevinst.config.prepare import migrate
migrate(lambda text: None)
from gevinst.features.operations.tasks import sweep
from procrastinate.contrib.django.models import ProcrastinateJob
job = sweep.defer(timestamp=0)
print("put", flush=True)
until = time.monotonic() + 60
while time.monotonic() < until:
    status = ProcrastinateJob.objects.get(pk=job).status
    if status != "todo" and status != "doing":
        break
    time.sleep(0.2)
print(status)
"""


def test_the_worker_does_what_is_in_the_queue(tmp_path: Path) -> None:
    environment = {**os.environ, "GEVINST_HOME": str(tmp_path)}
    watch = subprocess.Popen(
        [sys.executable, "-c", PUT_AND_WAIT], env=environment, stdout=subprocess.PIPE, text=True
    )
    assert watch.stdout is not None
    assert watch.stdout.readline() == "put\n"
    worker = subprocess.Popen(
        [sys.executable, "-m", "gevinst.cli", "worker"],
        env=environment,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        assert watch.stdout.read().strip() == "succeeded"
    finally:
        watch.wait(70)
        worker.send_signal(signal.SIGTERM)
        _out, said = worker.communicate(timeout=30)
    assert worker.returncode == 0
    assert said == ""
    subprocess.run([sys.executable, "-m", "gevinst.cli", "reset", "--yes"], env=environment)
