"""Every address of the site; each room brings its own."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, include, path

from gevinst.config import api, reference
from gevinst.features.accounts.web.urls import about_urlpatterns

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("gevinst.features.insight.web.urls")),
    path("", include("gevinst.features.catalogue.web.urls")),
    path("", include("gevinst.features.benefits.web.urls")),
    path("konto/", include("gevinst.features.accounts.web.urls")),
    path("konto/", include("allauth.urls")),
    path("", include("gevinst.features.control.web.urls")),
    path("", include("gevinst.features.operations.web.urls")),
    path("", include("gevinst.features.operations.web.log_urls")),
    *about_urlpatterns,
    path("api/", reference.show, name="api-reference"),
    path("api/v1/", api.urlpatterns),
    api.leftover,
]
