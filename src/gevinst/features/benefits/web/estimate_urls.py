"""Addresses of the estimation assistant of a business case."""

from django.urls import path

from gevinst.features.benefits.web import (
    estimate_goal_page,
    estimate_list,
    estimate_optimism_page,
    estimate_page,
)

ONE = "gevinster/business-cases/<int:case_id>/"

urlpatterns = [
    path(f"{ONE}skoen/", estimate_list.listing, name="case-estimates"),
    path(f"{ONE}skoen/<slug:name>/", estimate_page.estimate, name="case-estimate"),
    path(f"{ONE}hvad-skal-der-til/", estimate_goal_page.show, name="case-goals"),
    path(f"{ONE}optimisme/", estimate_optimism_page.show, name="case-optimism"),
]
