"""Addresses of a process: its page and its history."""

from django.urls import path

from gevinst.features.catalogue.web.processes import page

urlpatterns = [
    path("katalog/<int:pk>/", page.show, name="process"),
    path("katalog/<int:pk>/historik/", page.history, name="process-history"),
]
