"""Somebody shares a process in five fields, loses the window on the way, and goes on where it was left."""

from __future__ import annotations

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect
from tests.e2e.installation import sign_in


def calm(page: Page) -> None:
    found = Axe().run(page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]})
    assert found.response["violations"] == []


def test_quick_share(visitor: Page) -> None:
    sign_in(visitor, "Bidragyder (demo)")
    visitor.goto("/katalog/del/")
    calm(visitor)
    visitor.fill("#id_title", "Adresseændring af borgere")
    visitor.locator('[name="technologies-name"]').first.fill("UiPath")
    expect(visitor.locator("#draft-kept")).to_contain_text("Gemt som kladde", timeout=15_000)
    visitor.goto("/katalog/kladder/")
    calm(visitor)
    visitor.click("text=Adresseændring af borgere")
    expect(visitor.locator("#id_title")).to_have_value("Adresseændring af borgere")
    visitor.fill("#id_summary", "Robotten flytter borgeren i fire systemer")
    visitor.click("text=Del den")
    expect(visitor.locator("h1")).to_have_text("Adresseændring af borgere")
    expect(visitor.locator("main")).to_contain_text("UiPath")
    calm(visitor)
    visitor.click("main >> text=Ret")
    visitor.fill("#id_challenge", "Mange opslag i hånden")
    calm(visitor)
    visitor.click("#process-form button.button-primary")
    expect(visitor.locator("main")).to_contain_text("Mange opslag i hånden")
    visitor.goto("/katalog/kladder/")
    expect(visitor.locator("main")).to_contain_text("Ingen kladder")
