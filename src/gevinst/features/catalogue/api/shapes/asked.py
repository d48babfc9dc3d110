"""Which processes the API is asked for."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from gevinst.features.catalogue.api.shapes.kinds import Code, Day
from gevinst.features.catalogue.models import (
    Domain,
    Kind,
    Phase,
    RunPeriod,
    Standing,
    Status,
    Visibility,
)
from gevinst.features.catalogue.queries.narrowing import Wanted
from gevinst.shared.paging import Moment, Paging, Text

SEVERAL = Field(max_length=20)


class ProcessFilter(Paging):
    """Which processes are asked for; what is left out asks for any, what is repeated for any of them."""

    q: Annotated[Text, Field(description="Words to search for.")] = ""
    authority: Annotated[list[Text], Field(max_length=20, description="Codes of authorities.")] = []
    phase: Annotated[list[Phase], SEVERAL] = []
    status: Annotated[list[Status], SEVERAL] = []
    kind: Annotated[list[Kind], SEVERAL] = []
    visibility: Annotated[list[Visibility], SEVERAL] = []
    domain: Annotated[list[Domain], SEVERAL] = []
    run_period: Annotated[list[RunPeriod], SEVERAL] = []
    kle: Annotated[list[Code], Field(max_length=20, description="KLE, with what is below.")] = []
    form: Annotated[list[Code], Field(max_length=20, description="FORM, with what is below.")] = []
    kla: Annotated[list[Text], SEVERAL] = []
    technology: Annotated[list[Text], Field(max_length=20, description="Ids or names.")] = []
    system: Annotated[
        list[Text], Field(max_length=20, description="Ids or names of systems of today or used.")
    ] = []
    block: Annotated[list[Text], Field(max_length=20, description="Keys of building blocks.")] = []
    vendor: Annotated[list[Text], SEVERAL] = []
    licence: Annotated[list[Text], SEVERAL] = []
    readiness: Annotated[
        list[Standing.Grade], Field(max_length=20, description="Grades of readiness for reuse.")
    ] = []
    measured: Annotated[bool | None, Field(description="Whether effect is measured.")] = None
    adopted: Annotated[bool | None, Field(description="Whether others reuse it.")] = None
    affects_citizens: bool | None = None
    affects_companies: bool | None = None
    in_operation_from: Annotated[
        Day | None, Field(description="In operation since then or later.")
    ] = None
    in_operation_to: Annotated[
        Day | None, Field(description="In operation since then or before.")
    ] = None
    since: Annotated[Moment | None, Field(description="Changed from this moment on.")] = None
    created_since: Moment | None = None

    def wanted(self) -> Wanted:
        """The facets of it."""
        facets = self.model_dump(exclude={"q", "cursor", "limit", "since"})
        return Wanted(**facets, changed_since=self.since)


class PickOf(Paging):
    """Words of a name, and how many."""

    q: Annotated[Text, Field(description="Words of the name or the code.")] = ""
