"""Addresses of benefits."""

from django.urls import path

from gevinst.features.benefits.web import baselines, overview, register_urls

urlpatterns = [
    path("gevinster/", overview.show, name="benefits"),
    path("gevinster/effekt.csv", overview.export, name="benefits-csv"),
    path("gevinster/<int:pk>/nulpunkter/", baselines.listing, name="baselines"),
    path("gevinster/<int:pk>/nulpunkter/nyt/", baselines.add, name="baseline-add"),
    *register_urls.urlpatterns,
]
