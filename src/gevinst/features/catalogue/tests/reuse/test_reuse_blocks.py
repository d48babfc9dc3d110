"""Building blocks by version: attached, brought up to date, taken off; the newest version is told."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from gevinst.engines.blockkit import block
from gevinst.features.accounts.tests.factories import UserFactory, actor
from gevinst.features.catalogue.actions.reuse import attach, detach
from gevinst.features.catalogue.models import Process
from gevinst.features.catalogue.queries.reuse.blocks import attached
from gevinst.features.catalogue.tests.factories import ProcessFactory
from gevinst.features.catalogue.tests.reuse.factories import BlockUseFactory
from gevinst.shared.actor import GUEST, SYSTEM
from gevinst.shared.errors import DomainError

pytestmark = pytest.mark.django_db
INSTALLED = block("invoice_control").manifest.version


@pytest.fixture
def process() -> Process:
    return ProcessFactory(public=True)


def test_an_installed_block_is_held_against_its_version(process: Process) -> None:
    BlockUseFactory(process=process, version="0.9")
    (old,) = attached(GUEST, process.pk)
    assert (old.newest, old.manifest is not None) == (INSTALLED, True)
    attach(process_id=process.pk, key="invoice_control", version=INSTALLED, by=SYSTEM)
    (new,) = attached(GUEST, process.pk)
    assert new.newest == ""


@pytest.mark.parametrize(("visibility", "newest"), [("public", "1.10"), ("authority", "")])
def test_another_block_is_held_against_what_others_use(
    process: Process, visibility: str, newest: str
) -> None:
    BlockUseFactory(process=process, key="ocr-module", version="1.9")
    other = ProcessFactory(visibility=visibility)
    BlockUseFactory(process=other, key="ocr-module", version="1.10")
    (found,) = attached(GUEST, process.pk)
    assert (found.newest, found.manifest) == (newest, None)


def test_a_block_stands_once_on_a_process(process: Process) -> None:
    for version in ("1.0", " 1.1 "):
        attach(process_id=process.pk, key="ocr-module", version=version, by=SYSTEM)
    assert [use.version for use in process.blocks.all()] == ["1.1"]


def code_of(call: Any, **facts: Any) -> str:
    with pytest.raises(DomainError) as caught:
        call(**facts)
    return caught.value.code


def test_what_cannot_be_attached_or_taken_off(process: Process) -> None:
    facts = {"process_id": process.pk, "key": "k", "version": "1"}
    assert code_of(attach, **{**facts, "version": " "}, by=SYSTEM) == "invalid"
    assert code_of(attach, **facts, by=actor(reader_of=process.authority)) == "not-allowed"
    elsewhere = BlockUseFactory()
    wrong = {"process_id": process.pk, "block_use_id": elsewhere.pk}
    assert code_of(detach, **wrong, by=SYSTEM) == "not-found"


def test_the_page_attaches_renews_and_takes_off(client: Client, process: Process) -> None:
    client.force_login(UserFactory(contributor_of=process.authority))
    page = f"/katalog/{process.pk}/byggeklodser/"
    client.post(page, {"installed": "invoice_control", "version": "0.1"})
    use = process.blocks.get()
    assert (use.key, use.version) == ("invoice_control", "0.1")
    assert f"{INSTALLED} er ude" in client.get(f"/katalog/{process.pk}/").content.decode()
    client.post(page, {"do": "renew", "block": use.pk})
    assert process.blocks.get().version == INSTALLED
    client.post(page, {"do": "detach", "block": use.pk})
    assert not process.blocks.exists()


@pytest.mark.parametrize(
    ("given", "version"),
    [
        ({"installed": "invoice_control"}, INSTALLED),
        ({"key": "ocr-module", "version": "2"}, "2"),
        ({"key": "ocr-module"}, None),
        ({}, None),
    ],
)
def test_the_form_knows_the_installed_version(
    client: Client, process: Process, given: dict[str, str], version: str | None
) -> None:
    client.force_login(UserFactory(contributor_of=process.authority))
    answer = client.post(f"/katalog/{process.pk}/byggeklodser/", given)
    assert answer.status_code == (422 if version is None else 302)
    assert list(process.blocks.values_list("version", flat=True)) == ([version] if version else [])
