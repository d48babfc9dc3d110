"""The pages of reconciliation, of the switch and the parameters: who sees them and what they do."""

from __future__ import annotations

import io
from datetime import timedelta
from decimal import Decimal
from typing import Any

import openpyxl
import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from gevinst.features.accounts.tests.factories import UserFactory
from gevinst.features.operations import actions
from gevinst.features.operations.models import Decision, Robot, WorkItem
from gevinst.features.operations.tests.factories import RobotFactory, documents, owner

pytestmark = pytest.mark.django_db


@pytest.fixture
def robot() -> Robot:
    """A robot that has received and run three documents today."""
    made: Robot = RobotFactory()
    by = owner(made)
    actions.receive_many(
        robot=made, documents=documents("ok 1 H 10.10", "bad 2 H 20.20", "x"), by=by
    )
    actions.run_robot(robot=made, on=timezone.localdate(), by=by)
    return made


def signed_in(robot: Robot, role: str = "clerk_of") -> Client:
    client = Client()
    client.force_login(UserFactory(**{role: robot.authority}))
    return client


def text_of(client: Client, name: str, robot: Robot, *args: Any, **asked: Any) -> str:
    answer = client.get(reverse(name, args=[robot.pk, *args]), asked)
    assert answer.status_code == 200
    return answer.content.decode()


def test_the_page_says_that_everything_is_accounted_for(robot: Robot) -> None:
    text = text_of(signed_in(robot), "reconciliation", robot)
    assert "til sidste øre" in text
    assert "30,30" in text
    assert "udfald=referred" in text


def test_a_difference_is_said_loudly(robot: Robot) -> None:
    item = WorkItem.objects.filter(robot=robot, state="approved").get()
    Decision.objects.create(item=item, verdict="vanish", actor_name="?")
    text = text_of(signed_in(robot), "reconciliation", robot)
    assert "Tallene stemmer ikke" in text
    assert "ops-wrong" in text


def test_a_reader_sees_figures_and_no_items(robot: Robot) -> None:
    reader = signed_in(robot, "reader_of")
    assert "udfald=" not in text_of(reader, "reconciliation", robot)
    assert reader.get(reverse("reconciliation-items", args=[robot.pk])).status_code == 403


@pytest.mark.parametrize(
    "asked",
    [
        {"fra": "2026-13-01"},
        {"fra": "2026-11-02", "til": "2026-11-01"},
        {"fra": "2020-01-01", "til": "2026-01-01"},
    ],
)
def test_a_period_that_cannot_be_is_said(robot: Robot, asked: dict[str, str]) -> None:
    assert "form-error-message" in text_of(signed_in(robot), "reconciliation", robot, **asked)


def test_another_day_is_empty_and_says_what_to_do(robot: Robot) -> None:
    yesterday = (timezone.localdate() - timedelta(days=1)).isoformat()
    assert reverse("robot", args=[robot.pk]) in text_of(
        signed_in(robot), "reconciliation", robot, fra=yesterday
    )


def test_the_items_behind_a_figure(robot: Robot) -> None:
    client = signed_in(robot)
    text = text_of(client, "reconciliation-items", robot, udfald="referred", valuta="DKK")
    assert "Regning 2" in text
    assert "Regning 1" not in text
    empty = text_of(client, "reconciliation-items", robot, udfald="held")
    assert reverse("reconciliation", args=[robot.pk]) in empty
    where = reverse("reconciliation-items", args=[robot.pk])
    assert client.get(where, {"udfald": "andet"}).status_code == 404


def test_the_files(robot: Robot) -> None:
    client = signed_in(robot)
    told = b"".join(
        client.get(reverse("reconciliation-file", args=[robot.pk, "csv"])).streaming_content
    )
    assert "DKK;Modtaget;2;30,30" in told.decode()
    answer = client.get(reverse("reconciliation-file", args=[robot.pk, "xlsx"]))
    sheet = openpyxl.load_workbook(io.BytesIO(answer.content)).active
    cells = [cell.value for row in sheet.iter_rows() for cell in row]
    assert 30.3 in cells
    assert any(str(cell).startswith("=ROUND(C5-SUM(C6:") for cell in cells)
    assert client.get(reverse("reconciliation-file", args=[robot.pk, "pdf"])).status_code == 404


def test_a_clerk_stops_and_the_owner_starts(robot: Robot) -> None:
    clerk, process_owner = signed_in(robot), signed_in(robot, "process_owner_of")
    where, page = reverse("robot-switch", args=[robot.pk]), reverse("robot", args=[robot.pk])
    assert where in clerk.get(page).content.decode()
    assert clerk.get(where).status_code == 200
    assert clerk.post(where, {"act": "stop", "reason": ""}).status_code == 422
    assert clerk.post(where, {"act": "stop", "reason": "Forkerte takster"}).status_code == 302
    assert "Forkerte takster" in process_owner.get(page).content.decode()
    assert clerk.post(where, {"act": "start", "reason": "x"}).status_code == 403
    refused = process_owner.post(reverse("robot-run", args=[robot.pk]))
    assert refused.status_code == 422
    assert process_owner.post(where, {"act": "stop", "reason": "x"}).status_code == 422
    assert process_owner.post(where, {"act": "start", "reason": "Rettet"}).status_code == 302
    robot.refresh_from_db()
    assert robot.active


def test_the_owner_sets_parameters_and_the_history_says_so(robot: Robot) -> None:
    process_owner, clerk = signed_in(robot, "process_owner_of"), signed_in(robot)
    where = reverse("robot-parameters", args=[robot.pk])
    assert 'name="days"' in process_owner.get(where).content.decode()
    assert 'name="days"' not in clerk.get(where).content.decode()
    assert process_owner.post(where, {"days": "mange"}).status_code == 422
    assert process_owner.post(where, {"days": "12"}).status_code == 302
    assert clerk.post(where, {"days": "1"}).status_code == 403
    robot.refresh_from_db()
    assert robot.parameters == {"days": "12"}
    assert "7 → 12" in clerk.get(where).content.decode()


def test_amounts_of_a_real_block_are_typed_in_danish(
    robot: Robot, monkeypatch: pytest.MonkeyPatch
) -> None:
    from gevinst.engines.blockkit.registry import block

    monkeypatch.setattr(
        "gevinst.features.operations.blocks.block", lambda key: block("invoice_control")
    )
    manifest = block("invoice_control").manifest
    typed = {each.name: each.default.replace(".", ",") for each in manifest.parameters}
    typed |= {"amount_ceiling": "25000,50", "sample_per_thousand": "20", "sample_seed": "hemmelig"}
    process_owner = signed_in(robot, "process_owner_of")
    where = reverse("robot-parameters", args=[robot.pk])
    answer = process_owner.post(where, typed)
    assert answer.status_code == 302, answer.context["form"].errors
    robot.refresh_from_db()
    assert Decimal(robot.parameters["amount_ceiling"]) == Decimal("25000.50")
    text = process_owner.get(where).content.decode()
    assert "hemmelig" not in text.replace("hemmelige", "")
    assert "25.000,50" in text
    process_owner.post(where, {**typed, "sample_seed": ""})
    robot.refresh_from_db()
    assert robot.parameters["sample_seed"] == "hemmelig"
