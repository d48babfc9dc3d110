"""Addresses of the import of processes."""

from django.urls import path

from gevinst.features.catalogue.web.importing import run, start

urlpatterns = [
    path("katalog/import/", start.start, name="import"),
    path("katalog/import/<int:import_id>/", run.run, name="import-run"),
    path("katalog/import/<int:import_id>/udfoer/", run.confirm, name="import-confirm"),
    path("katalog/import/<int:import_id>/opgiv/", run.drop, name="import-drop"),
    path("katalog/import/<int:import_id>/kolonner/", run.columns, name="import-columns"),
    path("katalog/import/<int:import_id>/rapport.csv", run.saved, name="import-report"),
]
