"""A business case is made by two people: by the questions, kept as a version, approved by another."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect
from tests.e2e.installation import Site, sign_in
from tests.e2e.test_every_page import WCAG

pytestmark = [pytest.mark.browser, pytest.mark.slow]

ANSWERS = {
    "assumptions.volume.value": "1.000",
    "assumptions.volume.low": "800",
    "assumptions.volume.high": "1.200",
    "assumptions.minutes_before.value": "12,5",
    "assumptions.minutes_after.value": "2,5",
    "assumptions.hourly_cost.value": "400",
    "assumptions.one_off.value": "500.000",
    "assumptions.running.value": "100.000",
    "risks.0.title": "Leverandøren er forsinket",
    "risks.0.probability": "20",
}


def signed_in(chromium: Browser, site: Site, name: str, scripts: bool = True) -> Page:
    size = {"width": 1280, "height": 900} if scripts else {"width": 390, "height": 844}
    context = chromium.new_context(base_url=site.url, viewport=size, java_script_enabled=scripts)
    page = context.new_page()
    page.set_default_timeout(15_000)
    sign_in(page, name)
    return page


def begun(page: Page, title: str) -> None:
    page.goto("/gevinster/business-cases/ny/")
    page.get_by_label("Hvad hedder business casen?").fill(title)
    page.get_by_role("button", name="Begynd med spørgsmålene").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(title)


def answer(page: Page, name: str, typed: str) -> None:
    """Types in a field, leaves it, and waits until it is saved."""
    with page.expect_response(lambda got: "/ret/" in got.url and got.request.method == "POST"):
        page.locator(f'[name="{name}"]').fill(typed)
        page.keyboard.press("Tab")


def test_from_the_questions_to_an_approved_case(chromium: Browser, site: Site) -> None:
    writer = signed_in(chromium, site, "Procesejer (demo)")
    complaints: list[str] = []
    writer.on("console", lambda m: complaints.append(m.text) if m.type == "error" else None)
    begun(writer, "Journalisering uden indtastning")
    for name, typed in ANSWERS.items():
        answer(writer, name, typed)
    live = writer.locator("#case-live")
    answer(writer, "risks.0.consequence.likely", "mange")
    expect(live).to_contain_text("1 ting skal rettes")
    expect(writer.locator("#f-risks-0-consequence-likely-error")).to_be_visible()
    answer(writer, "risks.0.consequence.likely", "100.000")
    expect(writer.locator("#f-risks-0-consequence-likely-error")).to_be_hidden()
    with writer.expect_response(lambda got: got.request.method == "POST"):
        writer.locator('[name="assumptions.periods.value"]').select_option("12")
    # 12,000 a year x 10 minutes at 400 DKK is 800,000, less 100,000: four years, less 500,000 once.
    expect(live).to_contain_text("2.300.000 kr.")
    expect(live).to_contain_text("Sandsynligvis")
    faults = Axe().run(writer, options=WCAG).response["violations"]
    assert [fault["id"] for fault in faults] == []
    assert complaints == []

    writer.get_by_role("link", name="Til casen").first.click()
    case = writer.url
    expect(writer.get_by_role("main")).to_contain_text("2.300.000 kr.")
    writer.get_by_label("Hvorfor behold en version nu?").fill("Første bud")
    writer.get_by_role("button", name="Behold en version").click()
    expect(writer.get_by_role("link", name="Version 1")).to_be_visible()
    writer.get_by_role("button", name="Send til godkendelse").click()
    expect(writer.get_by_role("button", name="Godkend", exact=True)).to_have_count(0)

    second = signed_in(chromium, site, "Lokaladministrator (demo)")
    second.goto(case)
    second.get_by_role("button", name="Godkend", exact=True).click()
    expect(second.locator(".g-lead")).to_contain_text("Godkendt")
    expect(second.get_by_role("link", name="Version 2")).to_be_visible()
    for page in (writer, second):
        page.context.close()


def test_the_questions_without_javascript_on_a_small_screen(chromium: Browser, site: Site) -> None:
    page = signed_in(chromium, site, "Procesejer (demo)", scripts=False)
    begun(page, "Uden script")
    for name, typed in ANSWERS.items():
        page.locator(f'[name="{name}"]').fill(typed)
    page.locator('[name="risks.0.consequence.likely"]').fill("100.000")
    page.locator(".case-bar").get_by_role("button", name="Gem").click()
    expect(page.locator("#case-live")).to_contain_text("Tjent hjem")
    expect(page.locator('[name="assumptions.volume.value"]')).to_have_value("1.000")
    page.context.close()
