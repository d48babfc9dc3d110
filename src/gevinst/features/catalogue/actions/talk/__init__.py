"""What can be said, reported and decided; each subject has a module of its own here."""

from gevinst.features.catalogue.actions.talk.moderating import decide
from gevinst.features.catalogue.actions.talk.reporting import report
from gevinst.features.catalogue.actions.talk.saying import comment, delete_comment, edit_comment

__all__ = ["comment", "decide", "delete_comment", "edit_comment", "report"]
