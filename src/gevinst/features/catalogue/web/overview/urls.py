"""Addresses of the administrators' overview."""

from django.urls import path

from gevinst.features.catalogue.web.overview import files, page

urlpatterns = [
    path("katalog/overblik/", page.show, name="catalogue-overview"),
    path("katalog/overblik/fil.csv", files.csv, name="catalogue-overview-csv"),
]
