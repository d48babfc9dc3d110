"""The twelve case files that ship with Gevinst: ten published cases and two further examples."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from gevinst.engines.businesscase.casefile.read import read
from gevinst.engines.businesscase.model.case import Case

ORDER = (
    "c01_vejle_skaermbesoeg",
    "c02_koebenhavn_kip_vend",
    "c03_aalborg_tim",
    "c04_kerteminde_traeningsapp",
    "c05_syddjurs_sensorer",
    "c06_rksk_rpa",
    "c07_helsingoer_planlaegning",
    "c07b_hedensted_koersel",
    "c08_koebenhavn_iga",
    "c08b_herning_brugerstyring",
    "c09_aktindsigt_ai",
    "c10_koebenhavn_dokumentgenkendelse",
)


@cache
def shipped() -> Mapping[str, str]:
    """The text of each case file by its id, in the order of the published catalogue."""
    folder = files(__package__)
    return {name: (folder / f"{name}.yaml").read_text("utf-8") for name in ORDER}


def load(name: str) -> Case:
    """The case of that id, or of its number in the catalogue.

    Raises `KeyError` for one that does not ship.

    >>> load("c08").title
    'Integreret brugerstyring'
    """
    by_number = {each.split("_")[0]: each for each in ORDER}
    return read(shipped()[by_number.get(name, name)])
