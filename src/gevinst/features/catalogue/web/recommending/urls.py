"""Addresses of recommendations and of the warning against doubles."""

from django.urls import path

from gevinst.features.catalogue.web.recommending import alike, page

urlpatterns = [
    path("katalog/anbefalinger/", page.show, name="recommendations"),
    path("katalog/ligner/", alike.show, name="process-alike"),
]
