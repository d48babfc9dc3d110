"""A rule is changed by two people: written, tried on past decisions, approved, in force."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.e2e.installation import Site, sign_in

pytestmark = [pytest.mark.browser, pytest.mark.slow]

RULE = "Bopæl i regionen på ydelsesdatoen"


def signed_in(chromium: Browser, site: Site, name: str) -> Page:
    context = chromium.new_context(base_url=site.url, viewport={"width": 1280, "height": 900})
    page = context.new_page()
    sign_in(page, name)
    return page


def test_from_a_draft_to_rules_in_force(chromium: Browser, site: Site) -> None:
    owner = signed_in(chromium, site, "Procesejer (demo)")
    owner.goto("/regler/")
    owner.get_by_role("main").get_by_role("link", name="privathospital").first.click()
    owner.get_by_role("link", name=RULE).first.click()
    expect(owner.get_by_role("heading", level=1)).to_have_text(RULE)
    book_page = owner.url
    owner.get_by_role("link", name="Ret denne regel").click()
    owner.get_by_label("Hvad der ændres").fill("Bopæl kun vejledende")
    owner.get_by_role("button", name="Begynd ændringen").click()
    owner.get_by_text("En ny version træder i dens sted").click()
    owner.get_by_role("button", name="Skriv den nye version").click()
    make_advisory(owner)
    owner.get_by_role("link", name="Tilbage til ændringen").click()
    change = owner.url
    owner.get_by_role("button", name="Afprøv på tidligere afgørelser").click()
    sentence = owner.locator(".rules-sentence")
    expect(sentence).to_have_text(re.compile(r"ændrer [\d.]+ af [\d.]+ afgørelser"))
    owner.get_by_role("button", name="Send til godkendelse").click()
    expect(owner.get_by_role("button", name="Godkend", exact=True)).to_have_count(0)

    second = signed_in(chromium, site, "Lokaladministrator (demo)")
    second.goto(change)
    second.get_by_role("button", name="Godkend", exact=True).click()
    expect(second.locator(".g-lead")).to_contain_text("Gælder fra")

    owner.goto(book_page)
    expect(owner.get_by_role("main")).to_contain_text("Bopæl kun vejledende")
    for page in (owner, second):
        page.context.close()


def make_advisory(page: Page) -> None:
    page.locator("details", has=page.locator("#yaml")).locator("summary").click()
    yaml = page.locator("#yaml")
    yaml.fill(yaml.input_value().replace("severity: mandatory", "severity: advisory"))
    page.get_by_role("button", name="Gem YAML").click()
