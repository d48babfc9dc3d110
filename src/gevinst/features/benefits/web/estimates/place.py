"""Where one is in estimating: the case, the assumption and the method."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _

from gevinst.engines.businesscase.model.assumption import Assumption
from gevinst.features.benefits.casework.paths import Data, plain, value_at
from gevinst.features.benefits.casework.permissions import require_may_start_case
from gevinst.features.benefits.casework.states import CaseState
from gevinst.features.benefits.estimating.inputs import METHODS, THREE_POINT, Inputs
from gevinst.features.benefits.estimating.kept import kept_methods, used_method
from gevinst.features.benefits.models import BusinessCase
from gevinst.features.benefits.queries import cases as queries
from gevinst.features.benefits.queries.estimates.requirement import requirement
from gevinst.shared.actor import Actor
from gevinst.shared.errors import DomainError


@dataclass(frozen=True, slots=True)
class Place:
    """Where one is: the case, its values, the assumption, and the method that is looked at."""

    actor: Actor
    case: BusinessCase
    data: Data
    name: str
    method: str

    @property
    def kept(self) -> dict[str, Inputs]:
        """The methods whose inputs are kept for the assumption."""
        return kept_methods(self.data, self.name)

    @property
    def assumption(self) -> Assumption:
        """What is known of the assumption, also in a case with faults."""
        held = self.data["assumptions"][self.name]
        return Assumption(self.name, str(held.get("title") or ""), str(held.get("unit") or ""))


def place_of(request: HttpRequest, case_id: int, name: str) -> Place:
    """The case and assumption that may be estimated, and the method. Raises `DomainError`."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    case = queries.case(actor, case_id)
    require_may_start_case(actor, case.authority_id)
    if case.state == CaseState.ARCHIVED:
        raise DomainError("wrong-state", _("The case is archived: open it again to write in it."))
    data = plain(case.text)
    if data is None:
        raise DomainError(
            "invalid", _("The case file cannot be read: mend it in the editor first.")
        )
    if not isinstance(value_at(data, ("assumptions", name)), dict):
        raise DomainError("not-found", _("There is no such assumption in the case."))
    asked = request.GET.get("metode", "")
    required = requirement(case.text, name, timezone.localdate())
    used = used_method(data, name)
    wanted = [asked, used, required.method.replace("-", "_") if required else "", THREE_POINT]
    method = next(each for each in wanted if each in METHODS)
    return Place(actor, case, data, name, method)
