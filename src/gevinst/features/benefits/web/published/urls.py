"""Addresses of published cases, and of stored ones as files."""

from django.urls import path

from gevinst.features.benefits.web.published import files, overview, page, publish, stored_files

STORED = "gevinster/business-cases/<int:case_id>/"

urlpatterns = [
    path("cases/", overview.listing, name="published-cases"),
    path("cases/<slug:slug>/", page.show, name="published-case"),
    path("cases/<slug:slug>/genberegn/", publish.recompute, name="published-recompute"),
    path("cases/<slug:slug>/<str:kind>", files.download, name="published-file"),
    path(f"{STORED}notat.pdf", stored_files.memo, name="business-case-memo"),
    path(f"{STORED}notat.xlsx", stored_files.workbook, name="business-case-workbook"),
    path(f"{STORED}udgiv/", publish.publish, name="business-case-publish"),
]
