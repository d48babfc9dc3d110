"""Documents handed in many at once: each gets its answer, an archive is taken whole or not at all."""

from __future__ import annotations

import io
import zipfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from gevinst.features.accounts.tests.factories import TokenFactory, UserFactory
from gevinst.features.operations import actions
from gevinst.features.operations.models import Document, WorkItem
from gevinst.features.operations.tests.factories import RobotFactory, clerk, owner
from gevinst.features.operations.tests.test_desk_pages import signed_in
from gevinst.shared.actor import Role
from gevinst.shared.errors import DomainError

pytestmark = pytest.mark.django_db
PERSON = "610190-1234"


def zipped(*lines: bytes, name: str = "{}.txt") -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for n, line in enumerate(lines):
            archive.writestr(name.format(n), line)
    return out.getvalue()


def handed(robot, *files: tuple[str, bytes]) -> list[tuple[str, str, str]]:
    streams = [(name, io.BytesIO(content)) for name, content in files]
    found = actions.receive_files(robot=robot, files=streams, by=owner(robot))
    return [(each.name, each.archive, each.outcome) for each in found]


def test_each_file_gets_its_outcome() -> None:
    robot = RobotFactory()
    handed(robot, ("0.txt", b"ok 1 A 1.00"))
    files = [("a.txt", b"ok 1 A 1.00"), ("b.txt", b"ok 2 A 1.00"), ("c.txt", b"torn")]
    assert handed(robot, *files) == [
        ("a.txt", "", "known"),
        ("b.txt", "", "new"),
        ("c.txt", "", "unreadable"),
    ]


def test_the_files_of_an_archive_are_told_one_by_one() -> None:
    robot = RobotFactory()
    found = handed(robot, ("z.zip", zipped(b"ok 1 A 1.00", b"torn", b"ok 1 A 1.00")))
    assert found == [
        ("0.txt", "z.zip", "new"),
        ("1.txt", "z.zip", "unreadable"),
        ("2.txt", "z.zip", "known"),
    ]


def test_an_archive_of_one_file_is_an_archive() -> None:
    assert handed(RobotFactory(), ("z.zip", zipped(b"ok 1 A 1.00"))) == [("0.txt", "z.zip", "new")]


def test_a_refused_archive_leaves_nothing_and_the_other_files_are_taken() -> None:
    robot = RobotFactory()
    nested = zipped(b"ok 1 A 1.00", zipped(b"ok 2 A 1.00"))
    found = handed(robot, ("z.zip", nested), ("a.txt", b"ok 3 A 1.00"))
    assert found == [("z.zip", "", "refused"), ("a.txt", "", "new")]
    assert (WorkItem.objects.count(), Document.objects.count()) == (1, 1)


def test_when_the_database_gives_up_half_way_nothing_is_received(monkeypatch) -> None:
    robot = RobotFactory()
    monkeypatch.setattr("gevinst.features.operations.actions.receiving.AT_A_TIME", 1)
    from gevinst.features.operations.actions import receiving

    once = receiving._take_in

    def fails_on_the_second(*given: object):
        if WorkItem.objects.exists():
            raise RuntimeError("lost")
        return once(*given)

    monkeypatch.setattr(receiving, "_take_in", fails_on_the_second)
    with pytest.raises(RuntimeError):
        handed(robot, ("z.zip", zipped(b"ok 1 A 1.00", b"ok 2 A 1.00")))
    assert not WorkItem.objects.exists()


def test_why_is_said_in_the_users_language(settings) -> None:
    from django.utils import translation

    robot = RobotFactory()
    said = {}
    for code in ("da", "en"):
        with translation.override(code):
            files = [("t", io.BytesIO(b"torn " + code.encode())), ("7", io.BytesIO(b"Rar!"))]
            found = actions.receive_files(robot=robot, files=files, by=owner(robot))
            said[code] = [each.message for each in found]
    assert said["da"][0] == "Der skal stå fire ord."
    assert said["en"][0] == "Four words are needed."
    assert "zip eller tar" in said["da"][1]
    assert "zip or tar" in said["en"][1]


def test_a_person_number_in_a_name_is_not_shown() -> None:
    robot = RobotFactory()
    found = handed(robot, (f"{PERSON}.zip", zipped(b"ok 1 A 1.00", b"x", name=PERSON + " {}.txt")))
    assert "1234" not in str(found)


def test_only_those_who_operate_hand_in() -> None:
    robot = RobotFactory()
    with pytest.raises(DomainError) as fault:
        actions.receive_files(robot=robot, files=[], by=clerk(robot))
    assert fault.value.code == "not-allowed"


def posted(robot, *files: tuple[str, bytes], role: Role = Role.PROCESS_OWNER):
    sent = [SimpleUploadedFile(name, content) for name, content in files]
    return signed_in(robot, role).post(
        reverse("robot-upload", args=[robot.pk]), {"documents": sent}
    )


def test_the_page_shows_what_became_of_each() -> None:
    robot = RobotFactory()
    page = posted(robot, ("a.txt", b"ok 1 A 1.00"), ("z.zip", zipped(b"ok 2 A 1.00", b"torn")))
    assert page.status_code == 200
    assert dict(page.context["counts"]) == {"new": 2, "known": 0, "unreadable": 1, "refused": 0}
    assert page.context["outcomes"][0].outcome == "unreadable"
    assert "Der skal stå fire ord." in page.content.decode()


def test_the_page_lists_some_and_counts_the_rest(monkeypatch) -> None:
    monkeypatch.setattr("gevinst.features.operations.web.uploads.LISTED", 1)
    page = posted(RobotFactory(), ("z.zip", zipped(b"ok 2 A 1.00", b"torn", b"ok 3 A 1.00")))
    assert (len(page.context["outcomes"]), page.context["more"]) == (1, 2)


def test_nothing_chosen_is_said() -> None:
    robot = RobotFactory()
    page = posted(robot)
    assert page.status_code == 422
    assert "alert-error" in page.content.decode()


def test_too_large_an_upload_is_refused_whole(settings) -> None:
    settings.OPERATIONS_UPLOAD_MB = 0
    page = posted(RobotFactory(), ("a.txt", b"ok 1 A 1.00"))
    assert page.status_code == 413
    assert not WorkItem.objects.exists()


@pytest.mark.parametrize("role", [Role.READER, Role.CLERK])
def test_the_page_is_for_the_process_owner(role: Role) -> None:
    robot = RobotFactory()
    assert posted(robot, ("a.txt", b"ok 1 A 1.00"), role=role).status_code == 403
    assert not WorkItem.objects.exists()


def by_api(robot, content: bytes):
    token = TokenFactory(authority=robot.authority, role="process_owner", created_by=UserFactory())
    client = Client(headers={"authorization": f"Bearer {token.secret}"})
    return client.post(
        f"/api/v1/robots/{robot.pk}/archives?name=z.zip",
        content,
        content_type="application/octet-stream",
    )


def test_the_api_takes_an_archive() -> None:
    answer = by_api(RobotFactory(), zipped(b"ok 1 A 1.00", b"torn"))
    assert [(each["name"], each["outcome"]) for each in answer.json()] == [
        ("0.txt", "new"),
        ("1.txt", "unreadable"),
    ]


@pytest.mark.parametrize("content", [zipped(), b""], ids=["empty archive", "nothing"])
def test_the_api_refuses_an_archive_whole(content: bytes) -> None:
    answer = by_api(RobotFactory(), content)
    assert (answer.status_code, answer.json()["code"]) == (422, "invalid")
