"""Addresses of business cases."""

from django.urls import path

from gevinst.features.benefits.web import (
    case_comments,
    case_editor,
    case_list,
    case_new,
    case_page,
)

ONE = "gevinster/business-cases/<int:case_id>/"

urlpatterns = [
    path("gevinster/business-cases/", case_list.listing, name="business-cases"),
    path("gevinster/business-cases/ny/", case_new.new, name="business-case-new"),
    path(ONE, case_page.show, name="business-case"),
    path(f"{ONE}ret/", case_editor.edit, name="business-case-edit"),
    path(f"{ONE}trin/<slug:act>/", case_page.step, name="business-case-step"),
    path(f"{ONE}versioner/<int:number>/", case_page.version, name="business-case-version"),
    path(f"{ONE}samtale/", case_comments.say, name="business-case-say"),
    path(f"{ONE}hent/", case_page.download, name="business-case-file"),
]
