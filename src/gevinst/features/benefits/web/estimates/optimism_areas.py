"""The areas of an uplift as they are typed: weight, share managed, evidence."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal

from django.utils.translation import gettext as _

from gevinst.engines.businesscase.risk import RiskArea
from gevinst.features.benefits.web.cases.typed.numbers import number as typed_number
from gevinst.features.benefits.web.cases.typed.numbers import shown_number
from gevinst.features.benefits.web.following.readiness.theme_words import THEMES

HUNDRED = Decimal(100)


@dataclass(slots=True)
class Typed:
    """What was chosen and typed: category and stage, and of each area weight, managed and evidence."""

    choice: tuple[str, str]
    rows: list[dict[str, str]] = field(default_factory=list)
    areas: list[RiskArea] = field(default_factory=list)
    fault: str = ""


def bare(value: Decimal) -> Decimal:
    """A number without zeros at its end."""
    return Decimal(format(value.normalize(), "f"))


def read(choice: tuple[str, str], rows: list[dict[str, str]]) -> Typed:
    """The rows as areas; or the fault of them."""
    typed = Typed(choice, rows)
    for row in rows:
        weight, managed = (_share(row.get(key, "")) for key in ("weight", "managed"))
        row["title"] = str(THEMES[row["id"]])
        if weight is None or managed is None or not 0 <= managed <= 1 or weight < 0:
            row["fault"] = _("Write per cent from 0 to 100.")
            typed.fault = typed.fault or _("A weight or a share cannot be used.")
        else:
            typed.areas.append(
                RiskArea(row["id"], weight, managed, row.get("evidence", "").strip())
            )
    whole = sum((area.weight for area in typed.areas), Decimal(0))
    if not typed.fault and whole != 1:
        message = _("The weights sum to %(whole)s %%. They must sum to 100 %%.")
        typed.fault = message % {"whole": shown_number(bare(whole * HUNDRED))}
    return typed


def _share(typed: str) -> Decimal | None:
    value = typed_number(typed.rstrip("% ")) if typed.strip() else 0
    return None if value is None else Decimal(value) / HUNDRED
