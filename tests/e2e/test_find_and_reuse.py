"""Find what another authority has, use it, adapt it, say what that saved; axe on every page seen."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.e2e.installation import Site, sign_in
from tests.e2e.test_every_page import sideways, violations

pytestmark = [pytest.mark.browser, pytest.mark.slow]

CONTRIBUTOR = "Bidragyder (demo)"


def looked_at(page: Page) -> None:
    """The page as it stands has no fault that axe finds, and no sideways scrolling."""
    page.wait_for_load_state()
    assert violations(page, page.url) + sideways(page) == []


def found(page: Page) -> None:
    page.goto("/katalog/?q=lægeerklæringer")
    hit = page.locator(".g-hits li", has_text="Skanderborg").first
    hit.get_by_role("link").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Kontrol af lægeerklæringer")
    looked_at(page)


def seen_the_way(page: Page) -> None:
    drawing = page.locator("svg.g-lineage").first
    for place in ("Skanderborg", "Syddjurs", "Randers"):
        expect(drawing).to_contain_text(place)
    page.get_by_role("link", name="Hele slægtskabet").click()
    expect(page.locator("tfoot")).to_contain_text("185")
    looked_at(page)
    page.go_back()


def used(page: Page) -> None:
    page.get_by_role("link", name="Brug denne").click()
    looked_at(page)
    page.get_by_label("Det hele").check()
    page.get_by_role("button", name="Lav vores kopi").click()
    expect(page.get_by_role("heading", name="Tilpas den til jeres myndighed")).to_be_visible()
    looked_at(page)


def adapted(page: Page) -> None:
    items = page.locator(".g-adapt-list > li")
    before = items.count()
    assert before > 3
    items.filter(has_text="It-system").get_by_role("button", name="Vi har det").click()
    expect(items).to_have_count(before - 1)
    items.filter(has_text="Politikker").get_by_role("button", name="I orden, som det er").click()
    expect(items).to_have_count(before - 2)


def reported(page: Page) -> None:
    page.get_by_role("link", name=re.compile("Indberet timer")).click()
    looked_at(page)
    page.get_by_label("timer, det tog os").fill("12,5")
    page.get_by_label("timer, det ville have taget alene").fill("80")
    page.get_by_role("button", name="Gem tallene").click()
    expect(page.locator("svg.g-lineage").first).to_contain_text("Sparede 68 timer")


def asked_for_help(page: Page) -> None:
    page.get_by_role("link", name="Tilbyd hjælp til den").click()
    looked_at(page)
    page.get_by_label("Hvad handler det om på én linje?").fill("Vi viser gerne vores frem")
    page.get_by_label("Fortæl, hvad I har brug for, eller hvad I kan").fill("Ring til os.")
    page.get_by_role("button", name="Slå det op").click()
    looked_at(page)
    expect(page.get_by_role("heading", level=1)).to_have_text("Vi viser gerne vores frem")
    page.goto("/katalog/hjaelp/?hvis=mine")
    looked_at(page)
    expect(page.locator(".g-hits")).to_contain_text("Vi viser gerne vores frem")


def test_find_and_reuse(visitor: Page) -> None:
    sign_in(visitor, CONTRIBUTOR)
    found(visitor)
    seen_the_way(visitor)
    used(visitor)
    adapted(visitor)
    reported(visitor)
    asked_for_help(visitor)


def test_without_javascript_on_a_small_screen(chromium: Browser, site: Site) -> None:
    small = {"width": 390, "height": 844}
    context = chromium.new_context(base_url=site.url, viewport=small, java_script_enabled=False)
    page = context.new_page()
    sign_in(page, CONTRIBUTOR)
    page.goto("/katalog/?q=lægeerklæringer")
    page.locator(".g-hits li", has_text="Syddjurs").first.get_by_role("link").first.click()
    page.get_by_role("link", name="Brug denne").click()
    page.get_by_label("Idéen").check()
    page.get_by_role("button", name="Lav vores kopi").click()
    expect(page.get_by_role("heading", name="Tilpas den til jeres myndighed")).to_be_visible()
    page.goto("/katalog/anbefalinger/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Andre som jer genbruger")
    context.close()
