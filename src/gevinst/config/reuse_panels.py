"""Where reuse, help and recommendations stand on the pages of processes and on the front page."""

from __future__ import annotations

from gevinst.features.catalogue.web.recommending.page import recommended_panel
from gevinst.features.catalogue.web.reuse.panels import actions_panel, blocks_panel, reuse_panel
from gevinst.features.catalogue.web.reuse.top import adapt_panel, changed_panel
from gevinst.features.catalogue.web.reuse.ways import ways_panel
from gevinst.shared import panels


def connect() -> None:
    """Called once by `catalogue_panels.connect`."""
    panel, page, here = panels.Panel, "catalogue.process", "catalogue/reuse"
    panels.register(f"{page}.actions", panel(10, f"{here}/actions.html", actions_panel))
    panels.register(f"{page}.top", panel(10, f"{here}/changed.html", changed_panel))
    panels.register(f"{page}.top", panel(20, f"{here}/adapt.html", adapt_panel))
    panels.register(page, panel(16, f"{here}/blocks_panel.html", blocks_panel))
    panels.register(page, panel(18, f"{here}/panel.html", reuse_panel))
    panels.register("insight.front", panel(20, f"{here}/ways.html", ways_panel))
    panels.register(
        "insight.front", panel(25, "catalogue/recommending/panel.html", recommended_panel)
    )
