"""What the API takes of business cases."""

from __future__ import annotations

from typing import Annotated

from ninja import Schema
from pydantic import ConfigDict, Field, StringConstraints

from gevinst.features.benefits.casework.states import CaseState
from gevinst.shared.paging import LARGEST, Paging, Text

LONGEST = 500_000
CaseText = Annotated[str, StringConstraints(max_length=LONGEST)]
Words = Annotated[
    str, StringConstraints(min_length=1, max_length=500, pattern=r"^[^\x00]*\S[^\x00]*$")
]


class BusinessCaseFilter(Paging):
    """Which business cases are asked for; what is left out asks for any."""

    q: Annotated[Text, Field(description="Words of the title or the authority.")] = ""
    authority: Annotated[Text, Field(description="The authority's code.")] = ""
    state: CaseState | None = None
    process: Annotated[int | None, Field(ge=1, le=LARGEST)] = None


class BusinessCaseWrite(Schema):
    """A new text of the case. `revision` is the one that was read, where `If-Match` does not say it."""

    model_config = ConfigDict(extra="forbid")

    text: CaseText
    revision: Annotated[int | None, Field(ge=0, le=2**31 - 1)] = None


class EvaluateIn(Schema):
    """A case file to be worked out; `reading` is one that it has."""

    model_config = ConfigDict(extra="forbid")

    text: CaseText
    reading: Text = ""


class CaseVersionIn(Schema):
    """Why a version is kept."""

    model_config = ConfigDict(extra="forbid")

    reason: Words


class CaseAnswerIn(Schema):
    """A word to the writers."""

    model_config = ConfigDict(extra="forbid")

    answer: Text = ""
