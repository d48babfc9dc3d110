"""Processes narrowed down by any of their facets; what the API's lists are asked with."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date, datetime

from django.db.models import Exists, F, Func, OuterRef, Q, QuerySet, TextField, Value
from django.db.models.functions import Concat

from gevinst.features.catalogue.models import BlockUse, ItSystem, Process, Technology

Texts = Sequence[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Within a facet any of the values fits, between facets all must; an empty one asks for nothing.

    KLE and FORM codes stand for what is below them too. Systems and technologies are ids or names.
    """

    authority: Texts = ()
    phase: Texts = ()
    status: Texts = ()
    kind: Texts = ()
    visibility: Texts = ()
    domain: Texts = ()
    run_period: Texts = ()
    kle: Texts = ()
    form: Texts = ()
    kla: Texts = ()
    technology: Texts = ()
    system: Texts = ()
    block: Texts = ()
    vendor: Texts = ()
    licence: Texts = ()
    readiness: Texts = ()
    measured: bool | None = None
    adopted: bool | None = None
    affects_citizens: bool | None = None
    affects_companies: bool | None = None
    in_operation_from: date | None = None
    in_operation_to: date | None = None
    changed_since: datetime | None = None
    created_since: datetime | None = None


def narrowed(rows: QuerySet[Process], wanted: Wanted) -> QuerySet[Process]:
    """Those of `rows` that fit every facet of `wanted`."""
    fits = Q()
    for each in fields(wanted):
        value = getattr(wanted, each.name)
        if value is not None and value not in ((), []):
            fits &= _FACETS[each.name](value)
    return rows.filter(fits)


def _one_of(column: str) -> Callable[[Texts], Q]:
    return lambda values: Q(**{f"{column}__in": list(values)})


def _named(column: str) -> Callable[[Texts], Q]:
    """Without regard to case."""

    def fits(values: Texts) -> Q:
        found = Q()
        for value in values:
            found |= Q(**{f"{column}__iexact": value})
        return found

    return fits


def _holds(column: str) -> Callable[[Texts], Q]:
    return lambda values: Q(**{f"{column}__overlap": list(values)})


def _below(column: str) -> Callable[[Texts], Q]:
    """Holds one of the codes, or one below it."""

    def fits(values: Texts) -> Q:
        joined = Func(F(column), Value(" "), function="array_to_string", output_field=TextField())
        padded = Concat(Value(" "), joined, Value(" "), output_field=TextField())
        held = Process.objects.filter(pk=OuterRef("pk")).order_by().alias(codes=padded)
        found = Q()
        for value in values:
            found |= Q(codes__contains=f" {value} ") | Q(codes__contains=f" {value}.")
        return Q(Exists(held.filter(found)))

    return fits


def _ids(model: type[ItSystem | Technology], values: Texts) -> list[int]:
    """The ids that numbers and names stand for."""
    numbers = [int(value) for value in values if value.isascii() and value.isdigit()]
    keys = [" ".join(value.casefold().split()) for value in values]
    named = model._default_manager.filter(key__in=keys).values_list("pk", flat=True)
    return [*numbers, *named]


def _systems(values: Texts) -> Q:
    ids = _ids(ItSystem, values)
    return Q(systems_today__overlap=ids) | Q(systems_used__overlap=ids)


def _blocks(values: Texts) -> Q:
    used = BlockUse.objects.filter(process=OuterRef("pk"), key__in=list(values))
    return Q(block_key__in=list(values)) | Q(Exists(used))


def _flag(condition: Q) -> Callable[[bool], Q]:
    return lambda wanted: condition if wanted else ~condition


_FACETS: Mapping[str, Callable[..., Q]] = {
    "authority": _one_of("authority__code"),
    **{name: _one_of(name) for name in ("phase", "status", "kind", "visibility", "run_period")},
    "domain": _holds("domains"),
    "kle": _below("kle"),
    "form": _below("form"),
    "kla": _below("kla"),
    "technology": lambda values: Q(technologies__overlap=_ids(Technology, values)),
    "system": _systems,
    "block": _blocks,
    "vendor": _named("vendor"),
    "licence": _named("licence"),
    "readiness": _one_of("standing__readiness"),
    "measured": _flag(Q(standing__hours_measured__isnull=False)),
    "adopted": _flag(Q(standing__adopters__gt=0)),
    "affects_citizens": lambda wanted: Q(affects_citizens=wanted),
    "affects_companies": lambda wanted: Q(affects_companies=wanted),
    "in_operation_from": lambda day: Q(in_operation_since__gte=day),
    "in_operation_to": lambda day: Q(in_operation_since__lte=day),
    "changed_since": lambda moment: Q(changed_at__gte=moment),
    "created_since": lambda moment: Q(created_at__gte=moment),
}
