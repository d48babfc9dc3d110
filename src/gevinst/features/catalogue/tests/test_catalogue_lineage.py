"""The process page says what its building block is built of, and which blocks share it."""

from types import SimpleNamespace

import pytest
from django.test import Client

from gevinst.features.catalogue.tests.factories import ProcessFactory
from gevinst.features.catalogue.web.processes import lineage as panel
from gevinst.features.catalogue.web.processes.lineage import WIDTH, lineage_panel


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("key", "said"),
    [
        ("medical_certificates", "Den er bygget efter Kontrol af privathospitalers regninger"),
        ("invoice_control", "Bygget af de samme dele som Kontrol af regninger for lægeerklæringer"),
    ],
)
def test_a_process_shows_the_lineage_of_its_block(client: Client, key: str, said: str) -> None:
    process = ProcessFactory(public=True, in_operation=True, block_key=key)
    page = client.get(f"/katalog/{process.pk}/").content.decode()
    assert "Bygget ved genbrug" in page
    assert said in page


@pytest.mark.django_db
@pytest.mark.parametrize("key", ["", "no_such_block"])
def test_a_process_without_an_installed_block_shows_none(client: Client, key: str) -> None:
    process = ProcessFactory(public=True, block_key=key)
    assert "Bygget ved genbrug" not in client.get(f"/katalog/{process.pk}/").content.decode()


def test_the_drawing_is_to_scale_and_without_gaps() -> None:
    found = lineage_panel("medical_certificates")
    assert found is not None
    assert sum(part.lines for part in found.parts) == found.own + found.reused
    assert found.parts[0].kind == "own"
    for before, after in zip(found.parts, found.parts[1:], strict=False):
        assert 0 <= before.x + before.width - after.x <= 1
    assert found.parts[-1].x + found.parts[-1].width <= WIDTH + 1


def test_a_block_without_pieces_has_no_panel(monkeypatch: pytest.MonkeyPatch) -> None:
    lone = SimpleNamespace(manifest=SimpleNamespace(pieces=()))
    monkeypatch.setattr(panel, "block", lambda key: lone)
    assert lineage_panel("lone") is None
