"""A record in terms of this catalogue: its authority, ids for names and people, fields that are sound."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.core.exceptions import ValidationError
from django.utils import timezone

from gevinst.engines.exchange.processes import Record, Remark
from gevinst.engines.exchange.processes.facts import facts as said_of
from gevinst.features.catalogue.actions.importing.authorities import Authorities, Refused
from gevinst.features.catalogue.actions.importing.naming import NAMED, Names
from gevinst.features.catalogue.actions.importing.people import Accounts
from gevinst.features.catalogue.actions.importing.planned import Wanted
from gevinst.features.catalogue.actions.importing.stored import digest, plain
from gevinst.features.catalogue.models import Process, Visibility
from gevinst.shared.actor import Actor

if TYPE_CHECKING:
    from gevinst.features.accounts.models import Authority

ADDRESSES = ("repository_url", "documentation_url", "contact_email", "other_contact_email")
# Empty at the source means that nobody chose; here there is always one.
CHOSEN = ("kind", "phase", "status", "visibility", "summary")
# Ids of these sources are the source's own everywhere; others are known within an authority.
GLOBAL = frozenset({"os2autoproces"})
SHORT = 140


class Resolver:
    """What all records of an import are looked up in."""

    def __init__(self, by: Actor, authority_id: int | None) -> None:
        self.by = by
        self.authorities = Authorities(by, timezone.localdate(), authority_id)
        self.names = Names()
        self.accounts = Accounts(by)
        self.strangers = 0  # mentions of people without an account

    def wanted(self, record: Record) -> tuple[Wanted, str, list[Remark]]:
        """The record as it is wanted here, its authority's name, and what was not understood.

        Raises `Refused` with a code.
        """
        if record.refused:
            raise Refused(next(one.what for one in record.remarks if one.refused))
        authority = self.authorities.of(record.authority)
        remarks: list[Remark] = []
        facts = self._facts(record, authority, remarks)
        closing = facts.get("visibility") == Visibility.PERSONAL and not self._own(record)
        if closing:
            facts = {"visibility": Visibility.AUTHORITY.value}
        elif facts.get("visibility") == Visibility.PERSONAL:
            facts["owner"] = self.by.user_id
        scope = "" if record.source in GLOBAL else f":{authority.code}"
        facts = plain(facts)
        parts = record.parts if "parts" in record.carries else None
        wanted = Wanted(
            source=f"{record.source}{scope}",
            source_id=record.source_id[:200],
            authority_id=authority.pk,
            facts=facts,
            parts=parts,
            digest=digest([authority.pk, facts, parts]),
            closing=closing,
        )
        return wanted, authority.name, remarks

    def _facts(self, record: Record, authority: Authority, remarks: list[Remark]) -> dict[str, Any]:
        facts = said_of(record)
        people, unknown = self.accounts.facts(record, authority)
        self.strangers += unknown
        for name in NAMED:
            if name in facts:
                facts[name] = self.names.known(name, facts[name])
        if "units" in facts:
            facts["units"], strange = self.names.units_of(authority, facts["units"])
            remarks += [Remark(record.place, "units", one, "no-unit") for one in strange]
        _drop_unsound(facts, record, remarks)
        if not facts.get("summary"):
            facts["summary"] = _short(record.description) or record.title
        return {k: v for k, v in (facts | people).items() if v != "" or k not in CHOSEN}

    def _own(self, record: Record) -> bool:
        return self.by.user_id is not None and self.accounts.is_own(record)


def _drop_unsound(facts: dict[str, Any], record: Record, remarks: list[Remark]) -> None:
    for name in ADDRESSES:
        if not facts.get(name):
            continue
        try:
            Process._meta.get_field(name).clean(facts[name], None)  # type: ignore[union-attr]
        except ValidationError:
            remarks.append(Remark(record.place, name, str(facts[name]), "not-an-address"))
            del facts[name]


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= SHORT else words[: SHORT - 1].rstrip() + "…"
