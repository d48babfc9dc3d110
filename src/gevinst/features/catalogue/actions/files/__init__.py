"""What can be done with files; each subject has a module of its own here."""

from gevinst.features.catalogue.actions.files.attaching import attach
from gevinst.features.catalogue.actions.files.changing import change_attachment, remove_attachment
from gevinst.features.catalogue.actions.files.reading import read_attachment, resume_reading
from gevinst.features.catalogue.actions.files.sweeping import sweep_files

__all__ = [
    "attach",
    "change_attachment",
    "read_attachment",
    "remove_attachment",
    "resume_reading",
    "sweep_files",
]
