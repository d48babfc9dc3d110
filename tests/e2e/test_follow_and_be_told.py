"""Somebody follows a process; somebody else changes it; it stands on the page and comes by e-mail."""

from __future__ import annotations

import subprocess
from email.message import EmailMessage

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect
from tests.e2e.installation import Site, command, sign_in
from tests.e2e.mailbox import mailbox

pytestmark = [pytest.mark.browser, pytest.mark.slow]
WCAG = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]}}
TITLE = "Kontrol af regninger fra privathospitaler"
BEFORE = "En robot holder hver regning op mod aftale, bopæl, henvisning og patientregister."
AFTER = "Robotten kontrollerer hver regning og siger, hvorfor den stopper."


def signed_in(chromium: Browser, site: Site, name: str) -> Page:
    context = chromium.new_context(base_url=site.url, viewport={"width": 1280, "height": 900})
    page = context.new_page()
    sign_in(page, name)
    return page


def clean(page: Page) -> None:
    """No fault of accessibility on the page as it stands."""
    found = Axe().run(page, options=WCAG).response["violations"]
    assert [(fault["id"], fault["nodes"][0]["html"][:160]) for fault in found] == []


def mailed(site: Site) -> list[EmailMessage]:
    """What the worker's task for urgent notices sends, by SMTP."""
    with mailbox() as (port, taken):
        environment = {
            **site.environment,
            "GEVINST_SMTP_HOST": "127.0.0.1",
            "GEVINST_SMTP_PORT": str(port),
            "GEVINST_SITE_URL": site.url,
        }
        code = "from gevinst.features.catalogue.tasks.notices import mail_instant; mail_instant()"
        done = subprocess.run(
            command("manage", "shell", "-c", code),
            env=environment,
            capture_output=True,
            text=True,
            timeout=120,
        )
        assert done.returncode == 0, done.stderr
        return list(taken)


def test_from_a_button_to_an_e_mail(chromium: Browser, site: Site) -> None:
    reader = signed_in(chromium, site, "Læser (demo)")
    reader.goto("/katalog/?q=privathospitaler")
    reader.get_by_role("main").get_by_role("link", name=TITLE).first.click()
    where = reader.url
    reader.get_by_role("button", name="Følg", exact=True).click()
    expect(reader.get_by_role("button", name="Følg ikke længere", exact=True)).to_be_visible()
    clean(reader)
    reader.goto("/konto/beskeder/")
    group = reader.get_by_role("group", name="Noget, jeg følger, er ændret")
    group.get_by_text("Straks").click()
    reader.get_by_role("button", name="Gem mit valg").click()
    clean(reader)

    owner = signed_in(chromium, site, "Procesejer (demo)")
    owner.goto(where + "ret/")
    owner.get_by_label("Kort beskrivelse").fill(AFTER)
    owner.get_by_role("main").get_by_role("button", name="Gem", exact=True).click()
    expect(owner.get_by_role("main")).to_contain_text(AFTER)

    reader.goto("/")
    expect(reader.locator(".g-bell-count")).to_contain_text("1")
    expect(reader.get_by_role("main")).to_contain_text(f"har ændret “{TITLE}”")
    reader.get_by_role("link", name="Beskeder").first.click()
    expect(reader.get_by_role("main")).to_contain_text(f"til “{AFTER}”")
    clean(reader)

    [told] = [one for one in mailed(site) if one["To"] == "laeser@demo.example"]
    text = told.get_content()
    assert told["Subject"].strip() == f"Procesejer (demo) har ændret “{TITLE}”"
    assert f"fra “{BEFORE}” til “{AFTER}”" in text
    assert where in text
    assert told["List-Unsubscribe"] == f"<{site.url}/konto/beskeder/>"
    assert mailed(site) == []

    reader.get_by_role("link", name=f"Procesejer (demo) har ændret “{TITLE}”").click()
    reader.goto("/beskeder/")  # the header was drawn before the page was counted as opened
    expect(reader.locator(".g-bell-count")).to_have_count(0)
    reader.goto(where)
    expect(reader.get_by_role("complementary")).to_contain_text("kan se, at du har åbnet den")
    for path in ("/beskeder/", "/beskeder/foelger/", "/personer/", "/personer/mig/"):
        reader.goto(path)
        clean(reader)
    for page in (reader, owner):
        page.context.close()


def test_the_pages_of_administrators_are_clean(chromium: Browser, site: Site) -> None:
    page = signed_in(chromium, site, "Lokaladministrator (demo)")
    for path in ("/katalog/overblik/", "/katalog/overdragelse/"):
        page.goto(path)
        clean(page)
    page.context.close()
