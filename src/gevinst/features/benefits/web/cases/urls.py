"""Addresses of business cases."""

from django.urls import path

from gevinst.features.benefits.web.cases import comments, listing, new, page, steps, versions
from gevinst.features.benefits.web.cases.editing import editor

ONE = "gevinster/business-cases/<int:case_id>/"

urlpatterns = [
    path("gevinster/business-cases/", listing.listing, name="business-cases"),
    path("gevinster/business-cases/ny/", new.new, name="business-case-new"),
    path(ONE, page.show, name="business-case"),
    path(f"{ONE}ret/", editor.edit, name="business-case-edit"),
    path(f"{ONE}trin/<slug:act>/", steps.step, name="business-case-step"),
    path(f"{ONE}versioner/<int:number>/", versions.version, name="business-case-version"),
    path(f"{ONE}samtale/", comments.say, name="business-case-say"),
    path(f"{ONE}hent/", versions.download, name="business-case-file"),
]
