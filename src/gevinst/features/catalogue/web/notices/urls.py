"""Addresses of notices."""

from django.urls import path

from gevinst.features.catalogue.web.notices import choices, pages

urlpatterns = [
    path("beskeder/", pages.listing, name="notices"),
    path("beskeder/laest/", pages.all_read, name="notices-read"),
    path("beskeder/<int:notice_id>/laest/", pages.read, name="notice-read"),
    path("beskeder/foelger/", choices.following, name="following"),
    path("konto/beskeder/", choices.show, name="notice-choices"),
]
