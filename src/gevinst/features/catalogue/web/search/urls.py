"""Addresses of the list of processes."""

from django.urls import path

from gevinst.features.catalogue.web.search import listing

urlpatterns = [
    path("katalog/", listing.show, name="catalogue"),
    path("katalog/processer.csv", listing.export, name="catalogue-csv"),
]
