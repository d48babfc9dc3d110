"""Addresses of published cases, and of stored ones as files."""

from django.urls import path

from gevinst.features.benefits.web import published_files, published_list, published_page
from gevinst.features.benefits.web import published_publish as publishing

STORED = "gevinster/business-cases/<int:case_id>/"

urlpatterns = [
    path("cases/", published_list.listing, name="published-cases"),
    path("cases/<slug:slug>/", published_page.show, name="published-case"),
    path("cases/<slug:slug>/genberegn/", publishing.recompute, name="published-recompute"),
    path("cases/<slug:slug>/<str:kind>", published_files.download, name="published-file"),
    path(f"{STORED}notat.pdf", published_files.memo, name="business-case-memo"),
    path(f"{STORED}notat.xlsx", published_files.workbook, name="business-case-workbook"),
    path(f"{STORED}udgiv/", publishing.publish, name="business-case-publish"),
]
