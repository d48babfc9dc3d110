"""What the values of filters are called, in the reader's language."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping

from django.utils.translation import gettext as _

from gevinst.features.accounts import queries as accounts
from gevinst.features.catalogue.indexing.facets import BANDS
from gevinst.features.catalogue.models import Code, Domain, ItSystem, Phase, Technology
from gevinst.features.catalogue.web.processes.blocks import block_name
from gevinst.shared.templatetags.gevinst import number

Labels = Mapping[str, str]


def labels(facet: str, values: Collection[str]) -> Labels:
    """Value to label of a facet; a value that nothing is known of is left out."""
    return _LABELS[facet](values)


def band_label(low: int) -> str:
    """A band of hours a year by its lower end."""
    above = [each for each in BANDS if each > low]
    if not above:
        return _("%(low)s hours a year or more") % {"low": number(low)}
    if low == BANDS[0]:
        return _("Fewer than %(high)s hours a year") % {"high": number(above[0])}
    return _("%(low)s to %(high)s hours a year") % {"low": number(low), "high": number(above[0])}


def grade_label(grade: str) -> str:
    """How ready for reuse a process is, in words behind the letter."""
    words = {
        "A": _("ready to take over"),
        "B": _("little is missing"),
        "C": _("something is missing"),
        "D": _("much is missing"),
        "E": _("only described"),
    }
    return f"{grade}: {words[grade]}"


def _phases(_values: Collection[str]) -> Labels:
    return {phase.value: str(phase.label) for phase in Phase}


def _domains(_values: Collection[str]) -> Labels:
    return {domain.value: str(domain.label) for domain in Domain}


def _effects(_values: Collection[str]) -> Labels:
    return {"measured": _("Measured"), "expected": _("Expected"), "none": _("Not stated")}


def _bands(_values: Collection[str]) -> Labels:
    return {str(low): band_label(low) for low in BANDS}


def _grades(values: Collection[str]) -> Labels:
    return {grade: grade_label(grade) for grade in sorted(values)}


def _authorities(values: Collection[str]) -> Labels:
    """By the code, as addresses have it."""
    found = accounts.authorities().filter(code__in=values)
    return dict(found.values_list("code", "name"))


def _named(model: type[ItSystem | Technology]) -> Callable[[Collection[str]], Labels]:
    def found(values: Collection[str]) -> Labels:
        rows = model._default_manager.filter(pk__in=[int(value) for value in values])
        return {str(pk): label for pk, label in rows.values_list("pk", "label")}

    return found


def _codes(scheme: str) -> Callable[[Collection[str]], Labels]:
    def found(values: Collection[str]) -> Labels:
        rows = Code.objects.filter(scheme=scheme, code__in=values).values_list("code", "title")
        titles = dict(rows)
        return {value: f"{value} {titles.get(value, '')}".strip() for value in values}

    return found


def _blocks(values: Collection[str]) -> Labels:
    return {key: block_name(key) for key in values}


_LABELS: Mapping[str, Callable[[Collection[str]], Labels]] = {
    "phase": _phases, "authority": _authorities, "domain": _domains, "kle": _codes("kle"),
    "form": _codes("form"), "technology": _named(Technology), "system": _named(ItSystem),
    "block": _blocks, "effect": _effects, "hours": _bands, "ready": _grades,
}  # fmt: skip
