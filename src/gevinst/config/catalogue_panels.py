"""Which parts of the catalogue stand on the page of a process, and in which order."""

from __future__ import annotations

from gevinst.config import reuse_panels
from gevinst.features.catalogue.web.editing.front import drafts_panel
from gevinst.features.catalogue.web.files.panel import files_panel
from gevinst.features.catalogue.web.importing.panel import origin_panel
from gevinst.features.catalogue.web.notices.front import followed_panel
from gevinst.features.catalogue.web.people.panels import contact_panel, follow_panel, seen_panel
from gevinst.features.catalogue.web.talk.panel import talk_panel, withheld_panel
from gevinst.shared import panels


def connect() -> None:
    """Called once by `wiring.connect`. Slots: `catalogue.process`, with `.actions`, `.top`, `.aside`."""
    reuse_panels.connect()
    panel = panels.Panel
    actions, aside = "catalogue.process.actions", "catalogue.process.aside"
    panels.register(actions, panel(20, "catalogue/people/follow.html", follow_panel))
    contact = panel(10, "catalogue/people/contact.html", contact_panel)
    panels.register("catalogue.process.contact", contact)
    panels.register(aside, panel(50, "catalogue/people/seen.html", seen_panel))
    panels.register(aside, panel(60, "catalogue/importing/origin.html", origin_panel))
    panels.register("insight.front", panel(5, "catalogue/editing/front.html", drafts_panel))
    panels.register("insight.front", panel(10, "catalogue/notices/front.html", followed_panel))
    page, top = "catalogue.process", "catalogue.process.top"
    panels.register(page, panel(30, "catalogue/files/panel.html", files_panel))
    panels.register(page, panel(40, "catalogue/talk/panel.html", talk_panel))
    panels.register(top, panel(5, "catalogue/talk/withheld.html", withheld_panel))
