"""Addresses of insight."""

from django.urls import path

from gevinst.features.insight.web import front

urlpatterns = [path("", front.show, name="front")]
