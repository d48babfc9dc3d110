"""`gevinst robot receive -`, `watch`, `responses`, `digest` and `export`, in the process of the test."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from django.core import mail
from django.db import DatabaseError
from django.utils import translation

from gevinst.cli import watched_folder
from gevinst.cli.main import main
from gevinst.cli.watched_folder import WatchedFolder
from gevinst.engines.einvoice import Draft, DraftLine, DraftParty, write
from gevinst.features.operations import actions
from gevinst.features.operations.models import Robot, WorkItem
from gevinst.features.operations.tests.factories import RobotFactory, WorkItemFactory, clerk, owner
from gevinst.features.operations.tests.tiny_block import tiny
from gevinst.shared.actor import SYSTEM

pytestmark = pytest.mark.django_db
INVOICE = write(
    Draft(
        profile="oioubl-2",
        kind="invoice",
        number="F-1",
        issue_date=date(2026, 11, 1),
        due_date=None,
        supplier=DraftParty("Klinikken ApS", "10000009"),
        customer=DraftParty("Region", "29190623", gln="5798000000001"),
        lines=(DraftLine("1", "Blå MR", Decimal(1), "EA", Decimal("1000.00")),),
    )
)


@pytest.fixture(autouse=True)
def _danish(monkeypatch, settings) -> Iterator[None]:
    monkeypatch.delenv("GEVINST_LANGUAGE", raising=False)
    settings.OPERATIONS_UNDO_SECONDS = 0
    with translation.override("da"):
        yield


@pytest.fixture
def robot(monkeypatch) -> Robot:
    monkeypatch.setattr("gevinst.features.operations.blocks.block", tiny)
    return RobotFactory()


def gevinst(*arguments: object, stdin: bytes = b"") -> Result:
    return CliRunner().invoke(main, ["robot", *map(str, arguments)], input=stdin)


def zipped(**files: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return out.getvalue()


def listing(folder: Path) -> list[str]:
    return sorted(str(p.relative_to(folder)) for p in folder.rglob("*") if p.is_file())


@pytest.mark.parametrize(
    ("stdin", "items", "status"),
    [
        (b"ok 1 A 1.00", 1, 0),
        (zipped(a=b"ok 1 A 1.00", b=b"ok 2 A 1.00"), 2, 0),
        (zipped(a=b"ok 1 A 1.00", b=b"torn"), 2, 1),
        (zipped(a=b"ok 1 A 1.00", b=zipped(c=b"x")), 0, 2),
    ],
    ids=["one", "zip", "one unreadable", "nested"],
)
def test_documents_come_from_standard_input(robot, stdin: bytes, items: int, status: int) -> None:
    done = gevinst("receive", robot.key, "-", stdin=stdin)
    assert (done.exit_code, WorkItem.objects.count()) == (status, items), done.output


def test_more_than_an_archive_may_hold_is_refused_from_standard_input(robot, settings) -> None:
    settings.OPERATIONS_ARCHIVE_MB = 0
    done = gevinst("receive", robot.key, "-", stdin=b"ok 1 A 1.00")
    assert done.exit_code == 2
    assert "fylder arkivet for meget" in done.output


def test_an_archive_among_files_is_unpacked_or_refused_whole(robot, tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(zipped(a=b"ok 1 A 1.00", b=b"ok 2 A 1.00"))
    (tmp_path / "b.zip").write_bytes(zipped(a=b"ok 3 A 1.00")[:-20])
    done = gevinst("receive", robot.key, tmp_path / "a.zip", tmp_path / "b.zip")
    assert (done.exit_code, WorkItem.objects.count()) == (2, 2)
    assert "b.zip: Arkivet er i stykker" in done.output


def test_a_watched_folder_is_emptied_into_two_others(robot, tmp_path: Path) -> None:
    (tmp_path / "good.xml").write_bytes(b"ok 1 A 1.00")
    (tmp_path / "torn.xml").write_bytes(b"torn")
    (tmp_path / "many.zip").write_bytes(zipped(a=b"ok 2 A 1.00", b=b"torn too"))
    (tmp_path / "nested.zip").write_bytes(zipped(a=zipped(b=b"x")))
    (tmp_path / ".hidden").write_bytes(b"ok 3 A 1.00")
    (tmp_path / "coming.xml.part").write_bytes(b"ok 4 A 1.00")
    (tmp_path / "folder").mkdir()
    done = gevinst("watch", robot.key, tmp_path, "--once", "--settle", "0")
    assert done.exit_code == 1, done.output
    assert listing(tmp_path) == [
        ".hidden",
        "coming.xml.part",
        "handled/good.xml",
        "handled/many.zip",
        "handled/many.zip.txt",
        "refused/nested.zip",
        "refused/nested.zip.txt",
        "refused/torn.xml",
        "refused/torn.xml.txt",
    ]
    said = (tmp_path / "refused/torn.xml.txt").read_text()
    assert said == "torn.xml: Der skal stå fire ord. (ligger i skranken)\n"
    assert "arkiv inden i arkivet" in (tmp_path / "refused/nested.zip.txt").read_text()
    assert WorkItem.objects.count() == 4


def test_looking_again_finds_nothing_and_a_name_used_before_is_kept_apart(
    robot, tmp_path: Path
) -> None:
    for content in (b"ok 1 A 1.00", b"ok 2 A 1.00", b"ok 1 A 1.00"):
        (tmp_path / "a.xml").write_bytes(content)
        assert gevinst("watch", robot.key, tmp_path, "--once", "--settle", "0").exit_code == 0
    assert listing(tmp_path) == ["handled/a-2.xml", "handled/a-3.xml", "handled/a.xml"]
    assert WorkItem.objects.count() == 2


def test_a_file_that_still_grows_is_left(robot, tmp_path: Path) -> None:
    for name in ("growing.xml", "gone.xml", "still.xml"):
        (tmp_path / name).write_bytes(f"ok {len(name)} A 1.00".encode())
    folder = WatchedFolder(tmp_path, robot, SYSTEM, 5)
    waited: list[float] = []

    def meanwhile(seconds: float) -> None:
        waited.append(seconds)
        (tmp_path / "growing.xml").write_bytes(b"ok 1 A 1.00 and more")
        (tmp_path / "gone.xml").unlink()

    assert folder.look(meanwhile) == 0
    assert waited == [5]
    assert listing(tmp_path) == ["growing.xml", "handled/still.xml"]


def test_a_file_that_another_watcher_took_is_passed_over(robot, tmp_path, monkeypatch) -> None:
    (tmp_path / "a.xml").write_bytes(b"ok 1 A 1.00")
    folder = WatchedFolder(tmp_path, robot, SYSTEM, 0)
    monkeypatch.setattr(folder, "_sizes", lambda: {tmp_path / "b.xml": (1, 1)})
    assert folder.look() == 0


def test_a_watcher_that_is_stopped_takes_no_more(robot, tmp_path: Path) -> None:
    (tmp_path / "a.xml").write_bytes(b"ok 1 A 1.00")
    folder = WatchedFolder(tmp_path, robot, SYSTEM, 0)
    assert folder.look(stopped=lambda: True) == 0
    assert listing(tmp_path) == ["a.xml"]


def test_killed_between_receiving_and_moving_nothing_is_lost_or_doubled(
    robot, tmp_path: Path, monkeypatch
) -> None:
    (tmp_path / "a.xml").write_bytes(b"ok 1 A 1.00")
    with monkeypatch.context() as killed:
        killed.setattr(WatchedFolder, "_move", lambda *given: 1 / 0)
        assert gevinst("watch", robot.key, tmp_path, "--once", "--settle", "0").exit_code == 1
    assert listing(tmp_path) == ["a.xml"]
    gevinst("watch", robot.key, tmp_path, "--once", "--settle", "0")
    assert (listing(tmp_path), WorkItem.objects.count()) == (["handled/a.xml"], 1)


def test_a_watcher_goes_on_after_the_database_was_away(robot, tmp_path, monkeypatch) -> None:
    """It looks at once, then at each interval, until it is told to stop."""
    looks = []

    def look(self: object, wait: object, stopped: object) -> int:
        looks.append(1)
        if len(looks) == 1:
            raise DatabaseError("the database is away")
        signal_stop()
        return 0

    import signal

    handlers: dict[int, object] = {}
    monkeypatch.setattr(
        signal, "signal", lambda number, handler: handlers.update({number: handler})
    )

    def signal_stop() -> None:
        handlers[signal.SIGTERM](signal.SIGTERM, None)  # type: ignore[operator]

    monkeypatch.setattr(watched_folder.WatchedFolder, "look", look)
    monkeypatch.setattr("django.db.close_old_connections", lambda: None)
    done = gevinst("watch", robot.key, tmp_path, "--interval", "0.1")
    assert (done.exit_code, len(looks)) == (0, 2)
    assert "the database is away" in done.output


@pytest.fixture
def returned() -> Robot:
    robot = RobotFactory(block_key="invoice_control")
    by = clerk(robot)
    for name, content in (("f.xml", INVOICE), ("torn.xml", b"<torn")):
        item = actions.receive(robot=robot, content=content, name=name, by=owner(robot))
        if item.state == "received":
            WorkItem.objects.filter(pk=item.pk).update(state="referred")
        actions.return_to_supplier(item=item, reason="rate", by=by)
    return robot


def test_answers_are_written_once_and_again_when_asked(returned, tmp_path: Path) -> None:
    done = gevinst("responses", returned.key, "--out", tmp_path / "new")
    assert done.exit_code == 1, done.output
    assert "torn.xml: Dokumentet kan ikke læses." in done.output
    [name] = listing(tmp_path / "new")
    content = (tmp_path / "new" / name).read_bytes()
    assert b"BusinessReject" in content
    gevinst("responses", returned.key, "--out", tmp_path / "none")
    assert listing(tmp_path / "none") == []
    gevinst("responses", returned.key, "--out", tmp_path / "again", "--again")
    assert (tmp_path / "again" / name).read_bytes() == content


def test_where_the_folder_cannot_be_written_to_nothing_is_collected(
    returned, tmp_path: Path
) -> None:
    (tmp_path / "file").touch()
    assert gevinst("responses", returned.key, "--out", tmp_path / "file" / "x").exit_code == 2
    gevinst("responses", returned.key, "--out", tmp_path / "new")
    assert len(listing(tmp_path / "new")) == 1


def test_the_mail_is_sent_at_once(robot) -> None:
    clerk(robot)
    WorkItemFactory(robot=robot, referred=True)
    done = gevinst("digest", "--now")
    assert (done.exit_code, done.output.strip(), len(mail.outbox)) == (0, "Sendt: 1", 1)


@pytest.mark.parametrize("kind", ["xlsx", "csv", "parquet"])
def test_decisions_are_written_to_a_file(robot, tmp_path: Path, kind: str) -> None:
    actions.receive(robot=robot, content=b"torn", name="t", by=owner(robot))
    out = tmp_path / f"a.{kind}"
    period = ["--from", "2026-01-01", "--to", "2999-01-01"]
    done = gevinst("export", robot.key, *period, "--format", kind, "--out", out)
    assert done.exit_code == 0, done.output
    assert done.output.strip().endswith("1 afgørelser")
    assert out.stat().st_size > 0


def test_a_file_that_cannot_be_written_is_said(robot, tmp_path: Path) -> None:
    done = gevinst("export", robot.key, "--out", tmp_path / "no" / "a.xlsx")
    assert done.exit_code == 2
    assert "Traceback" not in done.output
