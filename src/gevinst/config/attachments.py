"""Where attachments are stored: a folder of the home, or a bucket that speaks S3."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any


def attachments_from(environment: Mapping[str, str], home: Path) -> dict[str, Any]:
    """The storage for `STORAGES`: S3 when `GEVINST_S3_BUCKET` is set, else the folder `attachments`."""
    bucket = environment.get("GEVINST_S3_BUCKET", "")
    if not bucket:
        folder = Path(environment.get("GEVINST_ATTACHMENTS", "") or home / "attachments")
        return {
            "BACKEND": "django.core.files.storage.FileSystemStorage",
            "OPTIONS": {"location": folder, "file_permissions_mode": 0o600},
        }
    options = {
        "bucket_name": bucket,
        "endpoint_url": environment.get("GEVINST_S3_ENDPOINT") or None,
        "region_name": environment.get("GEVINST_S3_REGION") or None,
        "access_key": environment.get("GEVINST_S3_KEY") or None,
        "secret_key": environment.get("GEVINST_S3_SECRET") or None,
        "location": environment.get("GEVINST_S3_FOLDER", "attachments"),
        "default_acl": None,
        "file_overwrite": False,
        "querystring_auth": True,
    }
    return {"BACKEND": "storages.backends.s3.S3Storage", "OPTIONS": options}
