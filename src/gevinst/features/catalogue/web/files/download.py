"""The bytes of a file, streamed to one who may read it now."""

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.http import FileResponse, HttpRequest
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET

from gevinst.features.catalogue.queries import files as queries
from gevinst.shared.errors import DomainError

# Whatever the file holds, a browser that opens it all the same runs nothing of it.
POLICY = "sandbox; default-src 'none'; frame-ancestors 'none'"


@login_not_required
@require_GET
def download(request: HttpRequest, attachment_id: int) -> FileResponse:
    """As an attachment under its own name; kept by no cache."""
    row = queries.file(request.actor, attachment_id)  # type: ignore[attr-defined]
    try:
        content = row.file.open("rb")
    except OSError as fault:
        raise DomainError("not-found", _("The file is gone from the storage.")) from fault
    answer = FileResponse(
        content, as_attachment=True, filename=row.filename, content_type=row.media_type
    )
    answer["Content-Length"] = str(row.size)
    answer["Content-Security-Policy"] = POLICY
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Cache-Control"] = "private, no-store"
    return answer
