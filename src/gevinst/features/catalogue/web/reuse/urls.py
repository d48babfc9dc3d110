"""Addresses of reuse."""

from django.urls import path

from gevinst.features.catalogue.web.reuse import (
    adoption,
    announcing,
    blocks,
    lineage,
    linking,
    using,
)

urlpatterns = [
    path("katalog/genbrug/<int:adoption_id>/rapport/", adoption.report, name="adoption-report"),
    path(
        "katalog/genbrug/<int:adoption_id>/aendringer/", adoption.changes, name="adoption-changes"
    ),
    path("katalog/genbrug/<int:adoption_id>/tilpas/", adoption.adapt, name="adoption-adapt"),
    path("katalog/genbrug/<int:adoption_id>/fjern/", linking.unlink, name="adoption-remove"),
    path("katalog/<int:process_id>/brug/", using.use, name="process-use"),
    path("katalog/<int:process_id>/genbruger/", linking.link, name="process-link"),
    path("katalog/<int:process_id>/genbrug/", lineage.show, name="process-lineage"),
    path("katalog/<int:process_id>/byggeklodser/", blocks.manage, name="process-blocks"),
    path("katalog/<int:process_id>/besked/", announcing.announce, name="process-announce"),
]
