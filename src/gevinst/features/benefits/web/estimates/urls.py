"""Addresses of the estimation assistant of a business case."""

from django.urls import path

from gevinst.features.benefits.web.estimates import goal_page, listing, optimism_page, page

ONE = "gevinster/business-cases/<int:case_id>/"

urlpatterns = [
    path(f"{ONE}skoen/", listing.listing, name="case-estimates"),
    path(f"{ONE}skoen/<slug:assumption>/", page.estimate, name="case-estimate"),
    path(f"{ONE}hvad-skal-der-til/", goal_page.show, name="case-goals"),
    path(f"{ONE}optimisme/", optimism_page.show, name="case-optimism"),
]
