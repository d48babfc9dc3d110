"""Records and files for the tests of imports."""

from __future__ import annotations

import json
from typing import Any

from gevinst.engines.exchange.os2autoproces import read_rest
from gevinst.engines.exchange.processes import Reading
from gevinst.features.accounts.models import Authority
from gevinst.features.catalogue.actions.importing import Plan, carry_out, plan
from gevinst.features.catalogue.models import Imported, Process
from gevinst.shared.actor import SYSTEM, Actor


def item(authority: Authority, number: int = 1, **facts: Any) -> dict[str, Any]:
    """A process as OS2autoproces' API tells of it."""
    return {
        "id": number,
        "cvr": authority.cvr,
        "municipalityName": authority.name,
        "type": "CHILD",
        "title": f"Proces {number}",
        "shortDescription": "Robotten gør det",
        "phase": "OPERATION",
        "status": "INPROGRESS",
        "visibility": "PUBLIC",
        "levelOfSpeed": "VERY_HIGH",
        **facts,
    }


def as_file(*items: dict[str, Any]) -> bytes:
    """The items as a saved page."""
    return json.dumps({"_embedded": {"processes": list(items)}}).encode()


def reading(*items: dict[str, Any]) -> Reading:
    """The items as they are read."""
    return read_rest(as_file(*items))


def taken(*items: dict[str, Any], by: Actor = SYSTEM, authority_id: int | None = None) -> Plan:
    """The items planned and carried out."""
    made = plan(reading(*items), by=by, authority_id=authority_id)
    return carry_out(made, by=by, authority_id=authority_id)


def process_of(number: int, source: str = "os2autoproces") -> Process:
    """The process that was imported under the id."""
    return Imported.objects.get(source=source, source_id=str(number)).process
