"""Finds what a sender knows by its name: systems, technologies, units and people become ids."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from django.utils.translation import gettext_lazy as _

from gevinst.features.accounts import queries as accounts
from gevinst.features.catalogue.actions.systems import system_named, technology_named
from gevinst.features.catalogue.models import CoEditor, ItSystem, Technology
from gevinst.shared.errors import DomainError

Facts = dict[str, Any]
Reference = int | str
PEOPLE = ("owner", "contact", "reporter")


def by_id(facts: Facts, authority_id: int, process_id: int | None = None) -> Facts:
    """`facts` with ids for names and e-mail addresses; a system or technology that nobody had is made.

    Raises `DomainError("not-found")` for an id, unit or person that the authority does not have.
    """
    found = dict(facts)
    for name, finder in _FINDERS.items():
        if found.get(name) is not None:
            found[name] = finder(found[name], authority_id)
    for name in PEOPLE:
        if found.get(name):
            found[name] = _person(found[name], authority_id)
        elif name in found:
            found[name] = None
    if "co_editors" in found:
        found["co_editors"] = _editors(found["co_editors"], authority_id, process_id)
    return found


def _systems(wanted: Sequence[Reference], authority_id: int) -> list[int]:
    return _referred(wanted, ItSystem, lambda label: system_named(label).pk)


def _technologies(wanted: Sequence[Reference], authority_id: int) -> list[int]:
    return _referred(wanted, Technology, lambda label: technology_named(label).pk)


def _referred(wanted: Sequence[Reference], model: Any, named: Callable[[str], int]) -> list[int]:
    numbers = {each for each in wanted if isinstance(each, int)}
    if numbers - set(model.objects.filter(pk__in=numbers).values_list("pk", flat=True)):
        raise DomainError("not-found", _("There is no system or technology with this id."))
    ids = [each if isinstance(each, int) else named(each) for each in wanted]
    return list(dict.fromkeys(ids))


def _units(wanted: Sequence[Reference], authority_id: int) -> list[int]:
    held = accounts.units(_authority(authority_id)).values_list("pk", "name")
    ids: dict[Reference, int] = {name.casefold(): key for key, name in held}
    ids |= {key: key for key, _name in held}
    found = [ids.get(each if isinstance(each, int) else each.casefold()) for each in wanted]
    if None in found:
        raise DomainError("not-found", _("The authority has no such unit."))
    return list(dict.fromkeys(each for each in found if each is not None))


def _person(email: str, authority_id: int, editors: Sequence[int] = ()) -> int:
    """A colleague; or one of `editors`, who are known already: nobody's address can be tried out here."""
    colleagues = accounts.people(_authority(authority_id)).filter(email__iexact=email)
    found = colleagues.values_list("pk", flat=True).first()
    if found is None:
        known = accounts.user_by_email(email)
        found = known.pk if known is not None and known.pk in editors else None
    if found is None:
        raise DomainError("not-found", _("The authority has no such person."))
    return found


def _editors(wanted: Sequence[str], authority_id: int, process_id: int | None) -> list[int]:
    rows = CoEditor.objects.filter(process=process_id)
    now = list(rows.values_list("user_id", flat=True))
    return [_person(email, authority_id, now) for email in wanted]


def _authority(authority_id: int) -> Any:
    return accounts.authorities().get(pk=authority_id)


_FINDERS: dict[str, Callable[[Sequence[Reference], int], list[int]]] = {
    "systems_today": _systems,
    "systems_used": _systems,
    "technologies": _technologies,
    "units": _units,
}
