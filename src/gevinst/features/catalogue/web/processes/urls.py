"""Addresses of a process: its page, its forms, its history."""

from django.urls import path

from gevinst.features.catalogue.web.processes import forms_pages, page

urlpatterns = [
    path("katalog/ny/", forms_pages.create, name="process-create"),
    path("katalog/<int:pk>/", page.show, name="process"),
    path("katalog/<int:pk>/ret/", forms_pages.edit, name="process-edit"),
    path("katalog/<int:pk>/historik/", page.history, name="process-history"),
]
