"""Processes out of files: `plan` is the dry run, `carry_out` does it, `runs` keeps files and reports."""

from gevinst.features.catalogue.actions.importing.applying import carry_out
from gevinst.features.catalogue.actions.importing.planned import Plan, Planned
from gevinst.features.catalogue.actions.importing.planning import plan
from gevinst.features.catalogue.actions.importing.sources import Options, read

__all__ = ["Options", "Plan", "Planned", "carry_out", "plan", "read"]
