"""The addresses of the decision log and of the registers' state."""

from __future__ import annotations

from django.urls import path

from gevinst.features.operations.web import log, registers

LOG = "drift/<int:robot_id>/afgoerelseslog/"
ENTRY = f"{LOG}<int:seq>/"

urlpatterns = [
    path("drift/opslag/<slug:code>/<slug:block_key>/", log.by_reference, name="item-by-reference"),
    path(LOG, log.log, name="decision-log"),
    path(f"{LOG}efterproev/", log.verify, name="decision-log-verify"),
    path(ENTRY, log.entry, name="log-entry"),
    path(f"{ENTRY}igen/", log.again, name="log-entry-again"),
    path(f"{ENTRY}post.json", log.saved, name="log-entry-json"),
    path("drift/<int:robot_id>/registre/", registers.registers, name="robot-registers"),
]
