"""Addresses of the list of processes, of comparing, and of saved searches."""

from django.urls import path

from gevinst.features.catalogue.web.search import comparing, listing, saved

urlpatterns = [
    path("katalog/", listing.show, name="catalogue"),
    path("katalog/sammenlign/", comparing.show, name="catalogue-compare"),
    path("katalog/soegninger/", saved.show, name="saved-searches"),
    path("katalog/soegninger/<int:search_id>/", saved.change, name="saved-search"),
]
