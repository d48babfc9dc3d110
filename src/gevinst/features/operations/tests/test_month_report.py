"""The month report: what it counts, as PDF that is tagged and as Excel whose sums are formulas."""

from __future__ import annotations

import io
import re
from datetime import date
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
import typst
from click.testing import CliRunner
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from gevinst.cli.main import main
from gevinst.features.accounts.tests.factories import UserFactory
from gevinst.features.operations import actions, month_effect
from gevinst.features.operations.models import Decision, Robot, Run, WorkItem
from gevinst.features.operations.queries.month import (
    MonthReport,
    Samples,
    month_of,
    month_report,
    months_with_anything,
)
from gevinst.features.operations.reporting.files import made
from gevinst.features.operations.reporting.month_words import report
from gevinst.features.operations.reporting.typesetting import pdf
from gevinst.features.operations.tests.factories import RobotFactory, clerk, documents, owner
from gevinst.shared.errors import DomainError

pytestmark = pytest.mark.django_db


@pytest.fixture
def robot() -> Robot:
    """A robot with a month of work: approved, referred, overruled, returned, undone, sampled."""
    made_: Robot = RobotFactory()
    by, worker = owner(made_), clerk(made_)
    lines = ["ok 1 H 10.00", "ok 2 H 20.00", *(f"bad {n} H {n}.00" for n in (3, 4, 5, 6)), "x"]
    actions.receive_many(robot=made_, documents=documents(*lines), by=by)
    actions.run_robot(robot=made_, on=timezone.localdate(), by=by)
    bad = list(WorkItem.objects.filter(robot=made_, state="referred").order_by("amount"))
    actions.approve(item=bad[0], reason="control-wrong", by=worker)
    actions.return_to_supplier(item=bad[1], reason="rate", by=worker)
    actions.return_to_supplier(item=bad[2], reason="rate", by=worker)
    actions.undo(item=bad[2], by=worker)
    Decision.objects.create(item=bad[1], verdict="refer", reason="sample", actor_name="Robot")
    return made_


@pytest.fixture
def found(robot: Robot) -> MonthReport:
    """This month's report of it."""
    return month_report(robot, *month_of(f"{timezone.localdate():%Y-%m}"))


def test_what_the_month_counts(found: MonthReport) -> None:
    assert found.account.received == 7
    assert (found.untouched.count, found.untouched.amount) == (2, Decimal(30))
    assert found.queues == [("errors", 4)]
    assert found.reasons == [("word", 4)]
    assert found.overridden == [("control-wrong", 1, Decimal(3))]
    assert found.returned == [("rate", 1, Decimal(4))]  # the undone one counts no more
    assert found.samples == Samples(drawn=1, right=0, wrong=1, open=0)
    assert found.runs == {"completed": 1}
    assert found.versions == ["1.2.3"]
    assert found.rule_sets == [(None, "", "")]
    assert [(each.received, each.untouched, each.percent) for each in found.trend] == [(7, 2, 29)]


def test_the_pdf_is_tagged_and_says_the_same(found: MonthReport) -> None:
    content = made(found, "pdf")
    assert content.startswith(b"%PDF")
    assert b"/StructTreeRoot" in content
    assert b"pdfuaid" in content
    assert re.search(rb"/Lang ?\(da", content)
    told = report(found, timezone.now())
    assert told["figures"][0]["value"] == "7"
    assert told["parts"][0]["rows"][0]["cells"] == ["Modtaget", "6", "48,00"]
    assert told["alarm"] == ""


def test_a_picture_without_words_is_a_fault(found: MonthReport) -> None:
    told = report(found, timezone.now())
    told["parts"] = [{"chart": True, "title": "T", "note": "", "alt": None}]
    with pytest.raises(typst.TypstError):
        pdf(told, '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>', timezone.now())


def test_the_same_at_the_same_time_is_the_same_file(found: MonthReport) -> None:
    from gevinst.features.operations.reporting.month_pdf import month_pdf

    at = timezone.now()
    assert month_pdf(found, at) == month_pdf(found, at)


def test_the_sums_of_the_workbook_are_formulas_that_hold(found: MonthReport) -> None:
    content = made(found, "xlsx")
    formulas = openpyxl.load_workbook(io.BytesIO(content))
    values = openpyxl.load_workbook(io.BytesIO(content), data_only=True)
    assert len(formulas.sheetnames) == 5
    checked = 0
    for sheet in formulas:
        for row in sheet.iter_rows():
            for cell in row:
                span = re.fullmatch(r"=SUM\((\w)(\d+):\w(\d+)\)", str(cell.value))
                if span:
                    letter, first, last = span.groups()
                    shown = values[sheet.title]
                    parts = [
                        shown[f"{letter}{n}"].value or 0 for n in range(int(first), int(last) + 1)
                    ]
                    assert shown[cell.coordinate].value == pytest.approx(sum(parts))
                    checked += 1
    assert checked >= 8


def test_hours_freed_are_told_by_others(robot: Robot, monkeypatch: pytest.MonkeyPatch) -> None:
    parts = [month_effect.Freed(Decimal("2.50"), Decimal(900), measured=True)]
    monkeypatch.setattr(month_effect, "_tellers", [lambda process, first, last: parts])
    found = month_report(robot, *month_of("2026-11"))
    assert found.freed == parts
    assert {"label": "Frigjorte timer", "value": "2,5", "note": "målt"} in report(
        found, timezone.now()
    )["figures"]


def test_registers_are_listed_once(robot: Robot) -> None:
    extract = {
        "id": "a-1",
        "taken_at": "2026-11-01T05:00:00+01:00",
        "source": "Fil",
        "rows": 2,
        "sha256": "0" * 64,
    }
    Run.objects.filter(robot=robot).update(extracts={"people": extract})
    Run.objects.create(robot=robot, on=timezone.localdate(), extracts={"people": extract})
    found = month_report(robot, *month_of(f"{timezone.localdate():%Y-%m}"))
    assert [each["register"] for each in found.extracts] == ["people"]
    assert made(found, "pdf")


def test_an_empty_month_is_a_report_too(robot: Robot) -> None:
    found = month_report(robot, *month_of("2020-02"))
    assert (found.account.received, found.last) == (0, date(2020, 2, 29))
    assert made(found, "pdf")
    assert made(found, "xlsx")


@pytest.mark.parametrize(
    "stated", ["2026-13", "2026-1", "26-11", "2026-11-01", "", "²026-11", "0000-01"]
)
def test_a_month_that_is_none(stated: str) -> None:
    with pytest.raises(DomainError) as fault:
        month_of(stated)
    assert fault.value.code == "invalid"


def test_the_page_and_its_files(robot: Robot) -> None:
    this = f"{timezone.localdate():%Y-%m}"
    assert [f"{month:%Y-%m}" for month in months_with_anything(robot)] == [this]
    clerk_, reader = Client(), Client()
    clerk_.force_login(UserFactory(clerk_of=robot.authority))
    reader.force_login(UserFactory(reader_of=robot.authority))
    where = reverse("month-report-file", args=[robot.pk, this, "xlsx"])
    assert where in clerk_.get(reverse("month-report", args=[robot.pk])).content.decode()
    assert where not in reader.get(reverse("month-report", args=[robot.pk])).content.decode()
    assert clerk_.get(where).status_code == 200
    assert reader.get(where).status_code == 403
    assert clerk_.get(where.replace("xlsx", "docx")).status_code == 404
    assert clerk_.get(where.replace(this, "2026-99")).status_code == 422


def test_the_command(robot: Robot, tmp_path: Path) -> None:
    this = f"{timezone.localdate():%Y-%m}"
    ask = ["robot", "report", robot.key, "--month", this, "--out"]
    out = tmp_path / "rapport.pdf"
    assert CliRunner().invoke(main, [*ask, str(out)]).exit_code == 0
    assert out.read_bytes().startswith(b"%PDF")
    assert CliRunner().invoke(main, [*ask, str(tmp_path / "rapport.doc")]).exit_code == 2
    ask[4] = "2026-99"
    assert CliRunner().invoke(main, [*ask, str(out)]).exit_code == 2
    ask[4] = this
    assert CliRunner().invoke(main, [*ask, str(tmp_path / "nej" / "r.pdf")]).exit_code == 2
    item = WorkItem.objects.filter(robot=robot, state="approved").first()
    Decision.objects.create(item=item, verdict="vanish", actor_name="?")
    wrong = CliRunner().invoke(main, [*ask, str(out)])
    assert (wrong.exit_code, "går ikke op" in wrong.output) == (1, True)
