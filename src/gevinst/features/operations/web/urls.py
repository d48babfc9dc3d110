"""The addresses of the desk and of operations."""

from __future__ import annotations

from django.urls import path

from gevinst.features.operations.web import (
    control_urls,
    desk,
    desk_acts,
    desk_files,
    desk_many,
    exports,
    payments,
    responses,
    robots,
    uploads,
)

QUEUE = "skranke/<int:robot_id>/<slug:queue>/"
ITEM = f"{QUEUE}<int:item_id>/"

urlpatterns = [
    *control_urls.urlpatterns,
    path("skranke/", desk.queues, name="desk"),
    path(QUEUE, desk.queue, name="desk-queue"),
    path(f"{QUEUE}liste.csv", desk_files.listing, name="desk-csv"),
    path(f"{QUEUE}returner/", desk_many.return_many, name="desk-many"),
    path(ITEM, desk.item, name="desk-item"),
    path(f"{ITEM}dokument/", desk_files.document, name="desk-document"),
    path(f"{ITEM}<slug:event>/", desk_acts.act, name="desk-act"),
    path("drift/", robots.overview, name="operations"),
    path("drift/betalingsforslag/", payments.proposals, name="proposals"),
    path("drift/betalingsforslag/<int:proposal_id>/", payments.proposal, name="proposal"),
    path(
        "drift/betalingsforslag/<int:proposal_id>/<str:kind>/", payments.file, name="proposal-file"
    ),
    path("skranke/svar/<int:response_id>/", responses.of_item, name="response-of-item"),
    path("drift/afgoerelser/", exports.export, name="decisions-export"),
    path("drift/svar/", responses.listing, name="responses"),
    path("drift/svar/<int:response_id>/", responses.file, name="response-file"),
    path("drift/<int:robot_id>/svar/", responses.collect, name="responses-collect"),
    path("drift/koersler/<int:run_id>/", robots.run, name="run"),
    path("drift/<int:robot_id>/", robots.robot, name="robot"),
    path("drift/<int:robot_id>/modtag/", uploads.upload, name="robot-upload"),
    path("drift/<int:robot_id>/koer/", robots.run_now, name="robot-run"),
    path("drift/<int:robot_id>/betaling/", payments.deliver, name="robot-deliver"),
]
