"""A guest searches, finds the process, and follows a figure to its source; with and without JavaScript."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.e2e.installation import Site

pytestmark = [pytest.mark.browser, pytest.mark.slow]


def from_search_to_source(page: Page) -> None:
    page.goto("/")
    page.get_by_role("main").get_by_role("searchbox").fill("faktura kontrol privathospital")
    page.get_by_role("main").get_by_role("button", name="Søg").click()
    expect(page).to_have_url(re.compile(r"/katalog/\?q="))
    page.locator(".g-hits h2 a").first.click()
    expect(page).to_have_url(re.compile(r"/katalog/\d+/$"))
    figure = page.locator(".g-figure", has_text="Frigjorte timer").first
    expect(figure.locator(".g-figure-value")).to_have_text(re.compile(r"^-?[\d.]+$"))
    figure.locator("summary").click()
    expect(figure.locator("dl")).to_contain_text("kørsel")
    expect(figure.locator("dl")).to_contain_text("Nulpunkt fra")
    expect(page.locator("table", has_text="Måned").first).to_be_visible()


def test_with_javascript(visitor: Page) -> None:
    complaints: list[str] = []
    visitor.on("console", lambda m: complaints.append(m.text) if m.type == "error" else None)
    from_search_to_source(visitor)
    assert complaints == []


def test_without_javascript_on_a_small_screen(chromium: Browser, site: Site) -> None:
    small = {"width": 390, "height": 844}
    context = chromium.new_context(base_url=site.url, viewport=small, java_script_enabled=False)
    page = context.new_page()
    from_search_to_source(page)
    expect(page.get_by_role("navigation", name="Hovedmenu")).to_be_visible()
    context.close()


def test_the_menu_folds_on_a_small_screen(chromium: Browser, site: Site) -> None:
    context = chromium.new_context(base_url=site.url, viewport={"width": 390, "height": 844})
    page = context.new_page()
    page.goto("/")
    menu, button = page.get_by_role("navigation", name="Hovedmenu"), page.locator(".g-menu-button")
    expect(menu).to_be_hidden()
    button.press("Enter")
    expect(menu.get_by_role("link", name="Katalog")).to_be_visible()
    expect(button).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("Escape")
    expect(menu).to_be_hidden()
    expect(button).to_be_focused()
    context.close()


def test_english_is_one_press_away_and_stays(visitor: Page) -> None:
    visitor.goto("/katalog/")
    visitor.get_by_role("button", name="English").click()
    expect(visitor).to_have_url(re.compile(r"/katalog/$"))
    expect(visitor.locator("html")).to_have_attribute("lang", "en")
    visitor.goto("/")
    expect(visitor.get_by_role("button", name="Dansk")).to_be_visible()
