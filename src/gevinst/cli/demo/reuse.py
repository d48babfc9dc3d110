"""The demo's reuse: the way Skanderborg, Syddjurs, Randers of the control of medical certificates.

That the three reused each other's is KL's example (2019). The hours are the demo's own, and are marked so.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from gevinst.engines import blockkit
from gevinst.features.accounts import queries as people
from gevinst.features.catalogue import actions as catalogue
from gevinst.features.catalogue.actions import helping, resemblance
from gevinst.features.catalogue.actions import reuse as actions
from gevinst.features.catalogue.actions.systems import system_named, technology_named
from gevinst.features.catalogue.queries.helping import posts
from gevinst.features.catalogue.queries.reuse.adoptions import adopters
from gevinst.shared.actor import SYSTEM

if TYPE_CHECKING:
    from gevinst.features.accounts.models import Authority
    from gevinst.features.catalogue.models import Process

BLOCK = "medical_certificates"
# Code of the adopter; hours it took, hours alone. In this order each made theirs of the one before.
WAY = (("0706", Decimal(60), Decimal(150)), ("0730", Decimal(45), Decimal(140)))
NOTE = (
    "Demoens tal, ikke en måling: Vi genbrugte opslagene og beløbskontrollen og byggede selv det, der er "
    "særligt hos os."
)
SHOWN = {"phase": "operation", "visibility": "public"}
OPEN: dict[str, Any] = {
    "occurrences": 4000,
    "minutes": Decimal(6),
    "automatable": Decimal("0.8"),
    "licence": "MPL-2.0",
    "infrastructure": "En maskine, der kan nå fagsystemet og modtage e-fakturaer.",
    "policies": "Aftale om, hvem der følger op på det, robotten ikke kan afgøre.",
    "data_protection": "Robotten ser helbredsoplysninger. Lav jeres egen konsekvensanalyse.",
    "effort_comment": "Demoens tal, ikke en måling.",
}
HELP = {
    "title": "Vi viser gerne vores kontrol af lægeerklæringer frem",
    "text": "Ring, hvis I vil se den køre. Vi har en time hver fredag. (Eksempel i demoen.)",
}


def ready(source: Process) -> None:
    """The source told in full, and the two that made theirs of it; what is there is left alone."""
    before = _told(source)
    for code, spent, alone in WAY:
        before = _adopted(before, people.authority_by_code(code), spent, alone)
    resemblance.refresh_resemblances()


def _told(source: Process) -> Process:
    """The source with its block, its systems and what others need to know."""
    if not source.blocks.exists():
        version = blockkit.block(BLOCK).manifest.version
        actions.attach(process_id=source.pk, key=BLOCK, version=version, by=SYSTEM)
    if not posts(SYSTEM, state="all").filter(process=source).exists():
        place = source.authority_id
        helping.post(kind="offer", authority_id=place, process_id=source.pk, by=SYSTEM, **HELP)
    if source.occurrences is not None:
        return source
    used = {
        "systems_used": [system_named("Fagsystem (demo)").pk],
        "technologies": [technology_named("Regler og byggeklodser").pk],
    }
    return catalogue.update(process_id=source.pk, by=SYSTEM, **OPEN, **used)


def _adopted(source: Process, authority: Authority, spent: Decimal, alone: Decimal) -> Process:
    known = adopters(SYSTEM, source.pk).filter(process__authority=authority).first()
    if known:
        return known.process
    made = actions.adopt(
        source_id=source.pk,
        authority_id=authority.pk,
        extent="parts",
        parts=["systems", "effort", "openness", "blocks"],
        by=SYSTEM,
    )
    actions.report(adoption_id=made.pk, hours_spent=spent, hours_alone=alone, note=NOTE, by=SYSTEM)
    return catalogue.update(process_id=made.process_id, by=SYSTEM, **SHOWN)
