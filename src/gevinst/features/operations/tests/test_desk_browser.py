"""Journeys at the desk in a real browser: a queue with keys only, two clerks at one item, no JavaScript."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.urls import reverse
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from gevinst.features.operations import actions
from gevinst.features.operations.models import Decision, WorkItem
from gevinst.features.operations.states import State
from gevinst.features.operations.tests.factories import RobotFactory, documents, owner
from gevinst.features.operations.tests.test_desk_pages import item_url, number, signed_in

CHROMIUM = "/usr/bin/chromium"
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]
LINES = documents(*(f"bad {n} Alfa {n}0.00" for n in range(1, 6)))
pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    if not Path(CHROMIUM).exists():
        warnings.warn("NOT RUN: the desk's browser tests need Debian's chromium", stacklevel=1)
        pytest.skip("NOT RUN: no chromium")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield started
        started.close()


@pytest.fixture
def robot():
    robot = RobotFactory()
    by = owner(robot)
    actions.receive_many(robot=robot, documents=LINES, by=by)
    actions.run_robot(robot=robot, on=date(2026, 5, 1), by=by)
    return robot


class Desk:
    """Opens pages as clerks of the robot."""

    def __init__(self, browser: Browser, url: str, robot) -> None:
        self.browser, self.url, self.robot = browser, url, robot
        self.contexts: list[BrowserContext] = []

    def clerk(self, name: str, width: int = 1280, scripts: bool = True) -> Page:
        """A page of a browser of its own, signed in."""
        context = self.browser.new_context(
            base_url=self.url, viewport={"width": width, "height": 900}, java_script_enabled=scripts
        )
        session = signed_in(self.robot, name=name).cookies["sessionid"].value
        context.add_cookies([{"name": "sessionid", "value": session, "url": self.url}])
        self.contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(10_000)
        return page


@pytest.fixture
def desk(browser, live_server, robot) -> Iterator[Desk]:
    opened = Desk(browser, live_server.url, robot)
    yield opened
    for context in opened.contexts:
        context.close()


def title(page: Page):
    return page.locator("#desk-item-title")


def test_a_whole_queue_is_worked_with_the_keys_alone(desk: Desk) -> None:
    page = desk.clerk("Kim")
    page.goto(reverse("desk-queue", args=[desk.robot.pk, "errors"]))
    keys = page.keyboard
    keys.press("j")
    expect(title(page)).to_have_text("Regning 1")
    keys.press("j")
    expect(title(page)).to_have_text("Regning 2")
    keys.press("k")
    expect(title(page)).to_have_text("Regning 1")
    keys.press("g")
    keys.press("2")
    keys.press("Enter")
    expect(title(page)).to_have_text("Regning 2")
    expect(page.locator("#desk-said")).to_contain_text("Regning 1")
    keys.press("z")
    expect(title(page)).to_have_text("Regning 1")
    assert number(1).state == State.REFERRED
    for n, (key, reason) in enumerate([("g", "1"), ("r", "1"), ("r", "2"), ("g", "3")], start=1):
        expect(title(page)).to_have_text(f"Regning {n}")
        keys.press(key)
        keys.press(reason)
        keys.press("Enter")
    expect(title(page)).to_have_text("Regning 5")
    keys.press("a")
    keys.press("ArrowRight")
    page.locator(".desk-act[open] input[type=date]").fill("2999-01-01")
    keys.press("Enter")
    expect(page.locator(".desk-list .g-empty")).to_be_visible()
    states = [number(n).state for n in range(1, 6)]
    assert states == [State.APPROVED, State.RETURNED, State.RETURNED, State.APPROVED, State.HELD]
    assert all(d.minutes is not None for d in Decision.objects.filter(verdict="approve", run=None))


def test_keys_are_not_taken_while_one_types_and_can_be_turned_off(desk: Desk) -> None:
    page = desk.clerk("Kim")
    page.goto(item_url(number(1)))
    page.keyboard.press("/")
    page.keyboard.type("jgr alfa")
    expect(page.locator("#f-q")).to_have_value("jgr alfa")
    expect(title(page)).to_have_text("Regning 1")
    title(page).focus()
    page.keyboard.press("?")
    page.locator("#desk-keys").uncheck()
    page.keyboard.press("Escape")
    title(page).focus()
    page.keyboard.press("j")
    expect(page.locator("#desk-help")).to_be_hidden()
    expect(title(page)).to_have_text("Regning 1")
    page.reload()
    page.keyboard.press("j")
    expect(title(page)).to_have_text("Regning 1")


def test_the_second_of_two_clerks_gets_a_clear_message(desk: Desk) -> None:
    first, second = desk.clerk("Anna"), desk.clerk("Bo")
    for page in (first, second):
        page.goto(item_url(number(1)))
    for page in (first, second):
        page.keyboard.press("r")
        page.keyboard.press("1")
        page.keyboard.press("Enter")
        if page is first:
            expect(title(first)).to_have_text("Regning 2")
    expect(second.locator(".desk-item .alert-warning")).to_contain_text("Anna")
    assert Decision.objects.filter(actor__isnull=False).count() == 1


def test_what_is_forgotten_is_said_in_the_form_that_stays_open(desk: Desk) -> None:
    page = desk.clerk("Kim")
    page.goto(item_url(number(1)))
    page.keyboard.press("g")
    page.keyboard.press("Enter")
    expect(page.locator(".desk-act[open] .desk-error")).to_be_visible()
    assert number(1).state == State.REFERRED
    page.keyboard.press("Escape")
    expect(page.locator(".desk-act[open]")).to_have_count(0)


@pytest.mark.parametrize("width", [1280, 390])
def test_everything_works_without_javascript(desk: Desk, width: int) -> None:
    page = desk.clerk("Kim", width, scripts=False)
    page.goto(reverse("desk"))
    page.get_by_role("link", name="Fejl").click()
    page.locator(".desk-row").first.click()
    page.locator(".desk-act").nth(1).locator("summary").click()
    page.locator(".desk-act[open] input[type=radio]").first.check()
    page.locator(".desk-act[open] button").click()
    expect(title(page)).to_have_text("Regning 2")
    page.locator("[form=desk-undo]").click()
    expect(title(page)).to_have_text("Regning 1")
    assert number(1).state == State.REFERRED


def test_on_a_small_screen_queues_list_and_item_are_pages_of_their_own(desk: Desk) -> None:
    page = desk.clerk("Kim", 390)
    page.goto(reverse("desk"))
    expect(page.locator(".desk-queues")).to_be_visible()
    page.get_by_role("link", name="Fejl").click()
    expect(page.locator(".desk-list")).to_be_visible()
    expect(page.locator(".desk-queues")).to_be_hidden()
    page.locator(".desk-row").first.click()
    expect(page.locator(".desk-item")).to_be_visible()
    expect(page.locator(".desk-list")).to_be_hidden()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


@pytest.mark.parametrize("width", [1280, 390])
def test_axe_finds_nothing(desk: Desk, width: int) -> None:
    item = number(1)
    many = reverse("desk-many", args=[desk.robot.pk, "errors"]) + "?leverandoer=Alfa&regel=word"
    page = desk.clerk("Kim", width)
    for url in (
        reverse("desk"),
        reverse("desk-queue", args=[item.robot_id, "errors"]),
        item_url(item),
        many,
    ):
        page.goto(url)
        rules = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]}
        found = Axe().run(page, options=rules).response["violations"]
        assert [(v["id"], v["nodes"][0]["html"]) for v in found] == []


def test_the_item_of_a_colleague_says_so(desk: Desk) -> None:
    first, second = desk.clerk("Anna"), desk.clerk("Bo")
    first.goto(item_url(number(1)))
    first.keyboard.press("t")
    expect(first.locator(".desk-mine")).to_be_visible()
    second.goto(item_url(number(1)))
    expect(second.locator(".desk-holder .desk-taken")).to_contain_text("Anna")
    assert WorkItem.objects.filter(taken_by__name="Anna").count() == 1
