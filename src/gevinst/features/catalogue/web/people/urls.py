"""Addresses of people, following and handing over."""

from django.urls import path

from gevinst.features.catalogue.web.people import follow, handing, profiles

urlpatterns = [
    path("katalog/<int:pk>/foelg/", follow.process, name="process-follow"),
    path("katalog/foelg-myndighed/", follow.authority, name="authority-follow"),
    path("katalog/overdragelse/", handing.show, name="hand-over"),
    path("personer/", profiles.listing, name="colleagues"),
    path("personer/mig/", profiles.edit, name="about-me"),
    path("personer/<int:user_id>/", profiles.show, name="colleague"),
]
