"""Addresses of systems, technologies and codes."""

from django.urls import path

from gevinst.features.catalogue.web.registers import codes, files, systems, technologies

urlpatterns = [
    path("katalog/systemer/", systems.listing, name="systems"),
    path("katalog/systemer/importer/", files.systems, name="systems-import"),
    path("katalog/systemer/saml/", systems.merge, name="systems-merge"),
    path("katalog/systemer/<int:system_id>/", systems.show, name="system"),
    path("katalog/systemer/<int:system_id>/vores/", systems.ours, name="system-ours"),
    path("katalog/teknologier/", technologies.listing, name="technologies"),
    path(
        "katalog/teknologier/<int:technology_id>/vores/",
        technologies.ours,
        name="technology-ours",
    ),
    path("katalog/koder/", codes.listing, name="codes"),
    path("katalog/koder/importer/", files.codes, name="codes-import"),
    path("katalog/koder/importer/<int:register_run_id>/", files.run, name="register-run"),
]
