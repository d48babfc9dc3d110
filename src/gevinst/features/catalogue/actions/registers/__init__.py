"""Code lists, systems and technologies: taking files in, and saying who has what."""

from gevinst.features.catalogue.actions.registers.codes import plan_codes, take_codes
from gevinst.features.catalogue.actions.registers.kitos import plan_systems, take_systems
from gevinst.features.catalogue.actions.registers.landscape import have, merge_systems, miss

__all__ = [
    "have",
    "merge_systems",
    "miss",
    "plan_codes",
    "plan_systems",
    "take_codes",
    "take_systems",
]
