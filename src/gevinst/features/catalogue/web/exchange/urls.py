"""Addresses of what leaves the catalogue."""

from django.urls import path

from gevinst.engines.opendata import FORMATS
from gevinst.features.catalogue.web.exchange import atom, files, open_data

urlpatterns = [
    path("katalog/processer.csv", files.csv, name="catalogue-csv"),
    path("katalog/processer.xlsx", files.excel, name="catalogue-excel"),
    path("katalog/processer.json", files.json, name="catalogue-json"),
    path("katalog/processer-os2autoproces.json", files.os2autoproces, name="catalogue-os2"),
    path("katalog/atom.xml", atom.show, name="catalogue-atom"),
    path("aabne-data/processer", open_data.show, name="open-processes"),
    path("aabne-data/processer.csv", open_data.csv, name="open-processes-csv"),
    path("aabne-data/processer.json", open_data.json, name="open-processes-json"),
    path("aabne-data/processer.os2.json", open_data.os2autoproces, name="open-processes-os2"),
    *(
        path(
            f"aabne-data/processer.{ending}",
            open_data.metadata,
            {"ending": ending},
            name=f"open-metadata-{ending}",
        )
        for ending in FORMATS
    ),
]
