"""Addresses of the register of benefits and of what robots cost."""

from django.urls import path

from gevinst.features.benefits.web.register import benefit, costs, listing, writing

urlpatterns = [
    path("gevinster/register/", listing.listing, name="register"),
    path("gevinster/register/gevinster.csv", listing.listing_file, name="register-csv"),
    path("gevinster/register/ny/", writing.add, name="benefit-add"),
    path("gevinster/register/<int:pk>/", benefit.show, name="benefit"),
    path("gevinster/register/<int:pk>/ret/", writing.edit, name="benefit-edit"),
    path("gevinster/register/<int:pk>/ansvarlig/", benefit.owner, name="benefit-owner"),
    path("gevinster/register/<int:pk>/flyt/<slug:target>/", benefit.move, name="benefit-move"),
    path("gevinster/omkostninger/", costs.listing, name="robot-costs"),
    path("gevinster/omkostninger/<int:pk>/slut/", costs.end, name="robot-cost-end"),
]
