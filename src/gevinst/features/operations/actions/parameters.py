"""Sets the parameters of a robot; what was there before stands in the history and the audit trail."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from django.utils.translation import gettext as _

from gevinst.engines.blockkit.contract import Manifest, Parameter
from gevinst.engines.blockkit.parameters import CASTS
from gevinst.features.operations.blocks import block_of, words
from gevinst.features.operations.models import Robot
from gevinst.features.operations.permissions import check_operate
from gevinst.shared.actor import Actor
from gevinst.shared.audit import about, audited
from gevinst.shared.errors import DomainError

SECRET = frozenset({"sample_seed"})  # who knows it can foretell the draw
THOUSAND = "_per_thousand"
LONGEST = 200


def set_parameters(*, robot: Robot, values: Mapping[str, str], by: Actor) -> Robot:
    """The robot with these parameters set and the others as they were; a run under way keeps the old ones.

    Raises `DomainError`: "not-allowed", "no-block", "invalid" (unknown, not of its kind, or below 0).
    """
    check_operate(by, robot.authority_id)
    manifest = block_of(robot).manifest
    wanted = {name: checked(_named(manifest, name), value) for name, value in values.items()}
    with audited("set_parameters", by=by, target=robot, authority_id=robot.authority_id) as entry:
        row = Robot.objects.select_for_update(no_key=True).get(pk=robot.pk)
        stood = {p.name: str(row.parameters.get(p.name, p.default)) for p in manifest.parameters}
        changed = {name: value for name, value in wanted.items() if value != stood[name]}
        row.parameters = {**row.parameters, **changed}
        row.save(update_fields=["parameters"])
        about(
            entry, row, changed={name: _told(name, stood[name], changed[name]) for name in changed}
        )
    return row


def checked(parameter: Parameter, value: str) -> str:
    """The value as it is kept. Raises `DomainError("invalid")` with the parameter as its field."""
    value = value.strip()
    if len(value) > LONGEST or "\x00" in value:
        raise _invalid(parameter, _("That is too long."))
    try:
        cast = CASTS[parameter.kind](value)
    except (ValueError, ArithmeticError) as fault:
        raise _invalid(parameter, _expected(parameter.kind)) from fault
    if isinstance(cast, int | Decimal):
        return _number(parameter, cast)
    return value


def _number(parameter: Parameter, cast: int | Decimal) -> str:
    if isinstance(cast, Decimal) and not cast.is_finite():
        raise _invalid(parameter, _expected(parameter.kind))
    if cast < 0 or (parameter.name.endswith(THOUSAND) and cast > 1000):  # noqa: PLR2004
        raise _invalid(
            parameter, _("Write a number that can be: from 0, and of a thousand at most 1000.")
        )
    return f"{cast:f}" if isinstance(cast, Decimal) else str(cast)


def _named(manifest: Manifest, name: str) -> Parameter:
    for parameter in manifest.parameters:
        if parameter.name == name:
            return parameter
    message = _("The building block has no “%(name)s”.") % {"name": name}
    raise DomainError("invalid", message, name=name, field=name)


def _expected(kind: str) -> str:
    wanted = {
        "int": _("Write a whole number."),
        "decimal": _("Write a number."),
        "date": _("Write a date as 2026-11-30."),
    }
    return wanted[kind]


def _invalid(parameter: Parameter, message: str) -> DomainError:
    said = f"{words(parameter.title)}: {message}"
    return DomainError("invalid", said, name=parameter.name, field=parameter.name)


def _told(name: str, before: str, after: str) -> list[str]:
    return ["…", "…"] if name in SECRET else [before, after]
