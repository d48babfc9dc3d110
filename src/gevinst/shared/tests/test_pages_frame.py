"""The frame of every page: language, skip link, menu, and nothing inline that the policy would stop."""

from __future__ import annotations

import re

import pytest
from django.template.loader import render_to_string
from django.test import Client, RequestFactory
from django.utils import translation

from gevinst.shared.actor import GUEST

INLINE = re.compile(r"<style|<script(?![^>]*\bsrc=)|\sstyle=|\son\w+=\"|javascript:", re.IGNORECASE)


@pytest.mark.django_db
def test_an_address_that_is_not_there_gets_our_own_page(client: Client) -> None:
    answer = client.get("/findes-ikke/")
    assert answer.status_code == 404
    assert "g-wordmark" in answer.content.decode()


@pytest.mark.parametrize("template", ["404.html", "403.html", "500.html"])
def test_nothing_is_inline(template: str) -> None:
    page = render_to_string(template)
    assert not INLINE.search(page)


@pytest.mark.parametrize("code", ["da", "en"])
def test_the_page_states_its_language(code: str) -> None:
    request = RequestFactory().get("/")
    request.actor = GUEST
    with translation.override(code):
        page = render_to_string("404.html", {"request": request})
    assert f'<html lang="{code}">' in page


def test_the_first_link_skips_to_the_content() -> None:
    page = render_to_string("404.html")
    assert re.search(r'<a [^>]*href="#main-content"', page)
    assert 'id="main-content"' in page
