"""Attachments in a bucket that speaks S3, through the same actions as on disk: store, read, delete, sweep."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import boto3
import pytest
from django.core.files.storage import storages
from django.test import Client
from django.utils import timezone
from moto.server import ThreadedMotoServer

from gevinst.config.attachments import attachments_from
from gevinst.features.accounts.tests.factories import UserFactory, actor
from gevinst.features.catalogue.actions.files import (
    attach,
    read_attachment,
    remove_attachment,
    sweep_files,
    sweeping,
)
from gevinst.features.catalogue.models import Attachment
from gevinst.features.catalogue.tests.factories import ProcessFactory
from gevinst.features.catalogue.tests.files.factories import kept_in
from gevinst.shared.actor import SYSTEM

BUCKET = "gevinst-test"


@pytest.fixture(scope="module")
def endpoint() -> Iterator[str]:
    """A server on loopback that speaks S3."""
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    yield f"http://{host}:{port}"
    server.stop()


@pytest.fixture
def bucket(endpoint: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """An empty bucket, and the storage that the environment names."""
    environment = {
        "GEVINST_S3_BUCKET": BUCKET,
        "GEVINST_S3_ENDPOINT": endpoint,
        "GEVINST_S3_REGION": "eu-north-1",
        "GEVINST_S3_KEY": "key",
        "GEVINST_S3_SECRET": "secret",
        "GEVINST_S3_FOLDER": "filer",
    }
    facts = {
        "endpoint_url": endpoint,
        "aws_access_key_id": "key",
        "aws_secret_access_key": "secret",
    }
    made = boto3.resource("s3", region_name="eu-north-1", **facts).Bucket(BUCKET)
    made.create(CreateBucketConfiguration={"LocationConstraint": "eu-north-1"})
    storage = storages.create_storage(attachments_from(environment, Path("unused")))
    monkeypatch.setattr(sweeping, "attachment_storage", lambda: storage)
    with kept_in(storage):
        yield made
    made.objects.all().delete()
    made.delete()


def keys(bucket: Any) -> list[str]:
    return [each.key for each in bucket.objects.all()]


def attached(**facts: Any) -> Attachment:
    process = ProcessFactory(public=True)
    by = actor(contributor_of=process.authority)
    return attach(process_id=process.pk, by=by, filename="Plan.txt", content=b"Kontering", **facts)


@pytest.mark.django_db
def test_a_file_is_stored_in_the_bucket_under_a_name_that_tells_nothing(bucket: Any) -> None:
    row = attached()
    assert keys(bucket) == [f"filer/{row.file.name}"]
    assert "Plan" not in row.file.name
    assert bucket.Object(f"filer/{row.file.name}").get()["Body"].read() == b"Kontering"


@pytest.mark.django_db
def test_the_worker_reads_from_the_bucket(bucket: Any) -> None:
    row = attached()
    Attachment.objects.filter(pk=row.pk).update(reading="waiting", text="")
    read_attachment(attachment_id=row.pk, by=SYSTEM)
    row.refresh_from_db()
    assert (row.text, row.reading) == ("Kontering", "read")


@pytest.mark.django_db
def test_an_object_that_is_gone_is_told_and_not_raised(bucket: Any) -> None:
    row = attached()
    bucket.objects.all().delete()
    Attachment.objects.filter(pk=row.pk).update(reading="waiting")
    read_attachment(attachment_id=row.pk, by=SYSTEM)
    row.refresh_from_db()
    assert row.reading == "broken"
    assert Client().get(f"/katalog/filer/{row.pk}/").status_code == 404


@pytest.mark.django_db
def test_a_download_comes_from_the_bucket_through_the_site(bucket: Any) -> None:
    row = attached()
    answer = Client().get(f"/katalog/filer/{row.pk}/")
    assert b"".join(answer.streaming_content) == b"Kontering"
    assert BUCKET not in str(answer.headers)


@pytest.mark.django_db(transaction=True)
def test_removal_takes_the_object_away(bucket: Any) -> None:
    row = attached()
    remove_attachment(attachment_id=row.pk, by=actor(contributor_of=row.process.authority))
    assert keys(bucket) == []


@pytest.mark.django_db
def test_the_sweep_takes_objects_that_no_row_names_and_leaves_others(bucket: Any) -> None:
    row = attached()
    lost, strange = f"filer/9/{'a' * 32}", "filer/andet/noter.txt"
    for key in (lost, strange, f"uden-for/9/{'b' * 32}"):
        bucket.put_object(Key=key, Body=b"x")
    assert sweep_files(now=timezone.now(), by=SYSTEM) == 0
    assert sweep_files(now=timezone.now() + timedelta(days=2), by=SYSTEM) == 1
    assert set(keys(bucket)) == {f"filer/{row.file.name}", strange, f"uden-for/9/{'b' * 32}"}


def test_without_a_bucket_files_lie_in_the_home(tmp_path: Path) -> None:
    facts = attachments_from({}, tmp_path)
    assert facts["OPTIONS"]["location"] == tmp_path / "attachments"
    elsewhere = attachments_from({"GEVINST_ATTACHMENTS": "/srv/filer"}, tmp_path)
    assert elsewhere["OPTIONS"]["location"] == Path("/srv/filer")


@pytest.mark.django_db
def test_an_internal_file_is_not_given_to_others(bucket: Any) -> None:
    row = attached(internal=True)
    client = Client()
    assert client.get(f"/katalog/filer/{row.pk}/").status_code == 404
    client.force_login(UserFactory(reader_of=row.process.authority))
    assert client.get(f"/katalog/filer/{row.pk}/").status_code == 200
