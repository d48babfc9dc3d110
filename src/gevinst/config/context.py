"""What every page knows: version, whether this is the demo."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest

from gevinst import __version__


def site(request: HttpRequest) -> dict[str, Any]:
    """Template context of every page."""
    return {"version": __version__, "demo": settings.DEMO}
