"""Addresses of benefits."""

from django.urls import path

from gevinst.features.benefits.web import baselines, overview
from gevinst.features.benefits.web.cases import urls as case_urls
from gevinst.features.benefits.web.estimates import urls as estimate_urls
from gevinst.features.benefits.web.following import urls as following_urls
from gevinst.features.benefits.web.portfolio import urls as portfolio_urls
from gevinst.features.benefits.web.published import urls as published_urls
from gevinst.features.benefits.web.register import urls as register_urls

urlpatterns = [
    path("gevinster/", overview.show, name="benefits"),
    path("gevinster/effekt.csv", overview.export, name="benefits-csv"),
    path("gevinster/<int:pk>/nulpunkter/", baselines.listing, name="baselines"),
    path("gevinster/<int:pk>/nulpunkter/nyt/", baselines.add, name="baseline-add"),
    *case_urls.urlpatterns,
    *estimate_urls.urlpatterns,
    *published_urls.urlpatterns,
    *following_urls.urlpatterns,
    *portfolio_urls.urlpatterns,
    *register_urls.urlpatterns,
]
