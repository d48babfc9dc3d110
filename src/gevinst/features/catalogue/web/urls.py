"""Addresses of the catalogue."""

from django.urls import path

from gevinst.features.catalogue.web import forms_pages, listing, process

urlpatterns = [
    path("katalog/", listing.show, name="catalogue"),
    path("katalog/processer.csv", listing.export, name="catalogue-csv"),
    path("katalog/ny/", forms_pages.create, name="process-create"),
    path("katalog/<int:pk>/", process.show, name="process"),
    path("katalog/<int:pk>/ret/", forms_pages.edit, name="process-edit"),
    path("katalog/<int:pk>/historik/", process.history, name="process-history"),
]
