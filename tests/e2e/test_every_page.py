"""Every page that links lead a role to: no WCAG 2.1 AA violation, no inline code, no sideways scrolling."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urljoin, urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page
from tests.e2e.installation import Site, sign_in

pytestmark = pytest.mark.browser

ROLES = {
    "guest": None,
    "clerk": "Sagsbehandler (demo)",
    "process owner": "Procesejer (demo)",
    "local administrator": "Lokaladministrator (demo)",
    "national administrator": "National administrator (demo)",
}
WCAG = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]}}
NOT_PAGES = re.compile(
    r"/(static|api/v1)/|logout|\.(csv|json|jsonld|sql|xml|txt|atom|xlsx|ttl|rdf)(\?|$)|/hent|/download|format="
)
AT_MOST = 90


def pages(page: Page, start: str) -> Iterator[str]:
    """Opens one page of each kind that links lead to; kinds differ in their path, numbers aside."""
    seen: set[str] = set()
    waiting = [start]
    while waiting and len(seen) < AT_MOST:
        address = waiting.pop(0)
        if kind(address) in seen:
            continue
        seen.add(kind(address))
        answer = page.context.request.get(address)
        assert answer.status < 400, f"{address}: {answer.status}"
        if "html" not in answer.headers["content-type"]:
            continue
        page.goto(address)
        yield address
        links = page.eval_on_selector_all("a[href]", "all => all.map(a => a.getAttribute('href'))")
        waiting += [found for link in links if (found := ours(link, address)) is not None]


def ours(link: str, page_address: str) -> str | None:
    """The address of a link to one of our pages."""
    target = urlsplit(urljoin("http://site" + page_address, link))
    if target.netloc != "site" or NOT_PAGES.search(target.path + "?" + target.query):
        return None
    return target.path + (f"?{target.query}" if target.query else "")


def kind(address: str) -> str:
    """The path without its numbers and codes, and the name of the last thing that is asked for."""
    parts = urlsplit(address)
    path = re.sub(r"/(\d+|[A-Z]{4})(?=/)", "/#", parts.path)
    path = re.sub(r"^(/skranke/#)/[a-z_]+", r"\1/queue", path)
    rule = r"^/regler/#/(?!aendringer)[a-z_]+/(?!aendringer)[a-z0-9-]+/"
    path = re.sub(rule, "/regler/#/block/rule/", path)
    path = re.sub(r"(/aendringer/#/regel)/[a-z0-9-]+/", r"\1/rule/", path)
    asked = parts.query.rpartition("&")[2].partition("=")[0]
    return f"{path}?{asked}"


@pytest.mark.parametrize("role", ROLES)
def test_every_page_is_accessible(role: str, chromium: Browser, site: Site) -> None:
    context = chromium.new_context(base_url=site.url, viewport={"width": 1280, "height": 900})
    page = context.new_page()
    failed: list[str] = []
    page.on("pageerror", lambda error: failed.append(f"{page.url}: script: {error}"))
    page.on(
        "console", lambda said: refused(said.text) and failed.append(f"{page.url}: {said.text}")
    )
    if name := ROLES[role]:
        sign_in(page, name)
    count = 0
    for address in pages(page, "/"):
        count += 1
        failed += violations(page, address)
        page.set_viewport_size({"width": 390, "height": 844})
        small = [*violations(page, address), *sideways(page)]
        failed += [f"{address} at 390: {fault}" for fault in small]
        page.set_viewport_size({"width": 1280, "height": 900})
    context.close()
    assert count > 5
    assert not failed, "\n".join(failed)


def violations(page: Page, address: str) -> list[str]:
    found = Axe().run(page, options=WCAG).response["violations"]
    return [
        f"{address}: {fault['id']}: {fault['nodes'][0]['html'][:160]} ({len(fault['nodes'])})"
        for fault in found
    ]


def refused(text: str) -> bool:
    """What the browser says when the content security policy stops something."""
    return "Content Security Policy" in text or "violates" in text


def sideways(page: Page) -> list[str]:
    wide = page.evaluate(
        "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    )
    return [f"{wide} pixels wider than the screen"] if wide > 1 else []
