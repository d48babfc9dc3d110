"""Addresses of the portfolio of benefits."""

from django.urls import path

from gevinst.features.benefits.web.portfolio import files, page, reminding

ROOM = "gevinster/portefoelje/"
urlpatterns = [
    path(ROOM, page.show, name="portfolio"),
    path(f"{ROOM}gevinster.csv", files.as_csv, name="portfolio-csv"),
    path(f"{ROOM}gevinster.xlsx", files.as_excel, name="portfolio-xlsx"),
    path(f"{ROOM}paamindelse/", reminding.remind, name="portfolio-reminder"),
]
