"""The routes of the catalogue, fixed words before numbers."""

from __future__ import annotations

from ninja import Router

from gevinst.features.catalogue.api.by_source import router as by_source
from gevinst.features.catalogue.api.feed import router as feed
from gevinst.features.catalogue.api.hanging import router as hanging
from gevinst.features.catalogue.api.lists import router as lists
from gevinst.features.catalogue.api.processes import router as processes

router = Router(tags=["processes"])
for each in (feed, by_source, processes, hanging, lists):
    router.add_router("", each)
