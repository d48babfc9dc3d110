"""What is done with reuse: copy, link, report, review, announce, attach blocks."""

from gevinst.features.catalogue.actions.reuse.adopting import adopt
from gevinst.features.catalogue.actions.reuse.announcing import announce
from gevinst.features.catalogue.actions.reuse.blocks import attach, detach
from gevinst.features.catalogue.actions.reuse.linking import link, unlink
from gevinst.features.catalogue.actions.reuse.reporting import report
from gevinst.features.catalogue.actions.reuse.reviewing import have, review, settle

__all__ = [
    "adopt", "announce", "attach", "detach", "have", "link", "report", "review", "settle", "unlink",
]  # fmt: skip
