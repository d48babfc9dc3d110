"""The tables of the catalogue, a module a subject."""

from gevinst.features.catalogue.models.attachments import Attachment
from gevinst.features.catalogue.models.changes import Change
from gevinst.features.catalogue.models.choices import (
    Domain,
    Kind,
    Level,
    Phase,
    RunPeriod,
    Status,
    Visibility,
)
from gevinst.features.catalogue.models.conversation import Comment, Report
from gevinst.features.catalogue.models.exchange import Imported, ImportRun
from gevinst.features.catalogue.models.following import CoEditor, Follow, Profile, Seen
from gevinst.features.catalogue.models.helping import HelpAnswer, HelpPost
from gevinst.features.catalogue.models.law import LegalClause
from gevinst.features.catalogue.models.notices import Notice, NoticeChoice, NoticeKind, Pace
from gevinst.features.catalogue.models.process import Process
from gevinst.features.catalogue.models.resemblance import Recommended, Resemblance
from gevinst.features.catalogue.models.reuse import Adoption, Announcement, BlockUse
from gevinst.features.catalogue.models.saved import Draft, SavedSearch
from gevinst.features.catalogue.models.standing import Standing
from gevinst.features.catalogue.models.structure import Part
from gevinst.features.catalogue.models.systems import ItSystem, Landscape, Technology
from gevinst.features.catalogue.models.taxonomies import Code

__all__ = [
    "Adoption", "Announcement", "Attachment", "BlockUse", "Change", "CoEditor", "Code", "Comment",
    "Domain", "Draft", "Follow", "HelpAnswer", "HelpPost", "ImportRun", "Imported", "ItSystem",
    "Kind", "Landscape", "LegalClause", "Level", "Notice", "NoticeChoice", "NoticeKind", "Pace",
    "Part", "Phase", "Process", "Profile", "Recommended", "Report", "Resemblance", "RunPeriod", "SavedSearch",
    "Seen", "Standing", "Status", "Technology", "Visibility",
]  # fmt: skip
