"""Kinds of values that the API takes, with the limits that the tables have."""

from __future__ import annotations

import re
from datetime import date
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, StringConstraints, WithJsonSchema

_NO_NUL = r"^[^\x00]*$"
_SOME = r"^[^\x00]*\S[^\x00]*$"
_HOST = r"([A-Za-z0-9]([A-Za-z0-9-]{0,40}[A-Za-z0-9])?\.){1,4}[A-Za-z]{2,20}"
_USER = r"[A-Za-z0-9_+-]{1,40}(\.[A-Za-z0-9_+-]{1,20})?"

Title = Annotated[str, StringConstraints(min_length=1, max_length=65, pattern=_SOME)]
Summary = Annotated[str, StringConstraints(min_length=1, max_length=140, pattern=_SOME)]
Long = Annotated[str, StringConstraints(max_length=20_000, pattern=_NO_NUL)]
Line = Annotated[str, StringConstraints(max_length=500, pattern=_NO_NUL)]
Words = Annotated[str, StringConstraints(max_length=120, pattern=_NO_NUL)]
Label = Annotated[
    str, StringConstraints(min_length=1, max_length=80, pattern=r"^[\w .,+/&()-]*\w$")
]
Reference = Annotated[str, StringConstraints(max_length=64, pattern=_NO_NUL)]
Licence = Annotated[str, StringConstraints(max_length=60, pattern=r"^[A-Za-z0-9 .+()-]*$")]
Clause = Annotated[str, StringConstraints(min_length=1, max_length=255, pattern=_SOME)]
Code = Annotated[str, StringConstraints(min_length=1, max_length=12, pattern=r"^[0-9.]*$")]
Kla = Annotated[str, StringConstraints(min_length=1, max_length=20, pattern=r"^[0-9A-Za-z.-]*$")]
Block = Annotated[str, StringConstraints(max_length=80, pattern=r"^[a-z0-9_-]*$")]
AuthorityCode = Annotated[str, StringConstraints(max_length=8, pattern=r"^[0-9A-Za-z]+$")]
Url = Annotated[
    str,
    StringConstraints(
        max_length=500, pattern=rf"^(https?://{_HOST}(:[0-9]{{2,4}})?(/[!-~¡-ɏ]*)?)?$"
    ),
]
Email = Annotated[str, StringConstraints(max_length=254, pattern=rf"^({_USER}@{_HOST})?$")]
Source = Annotated[str, StringConstraints(min_length=1, max_length=20, pattern=r"^[a-z0-9._-]+$")]
SourceId = Annotated[
    str, StringConstraints(min_length=1, max_length=200, pattern=r"^[A-Za-z0-9._~#:@/-]+$")
]
Count = Annotated[int, Field(ge=0, le=2**31 - 1)]
Key = Annotated[int, Field(ge=1, le=2**63 - 1)]
Rating = Annotated[int, Field(ge=0, le=3)]
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
# Days that every month has, in years that we keep: what a description can say of dates.
_DAYS = r"^(19|2[0-8])[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|1[0-9]|2[0-8])$"


def _written(stated: object) -> object:
    """Not a number: pydantic would take it for seconds."""
    if isinstance(stated, str) and not _DATE.fullmatch(stated):
        raise ValueError("not a date")
    if isinstance(stated, int | float):
        raise ValueError("not a date")
    return stated


Day = Annotated[
    date,
    BeforeValidator(_written),
    Field(ge=date(1900, 1, 1), le=date(2999, 12, 31)),
    WithJsonSchema({"type": "string", "format": "date", "pattern": _DAYS}),
]


def _number(places: int, most: str) -> Any:
    """A number from 0 to `most`, as a number or as a text; rounded half up."""
    step = Decimal(1).scaleb(-places)

    def read(stated: object) -> Decimal:
        if isinstance(stated, bool) or not isinstance(stated, int | float | str | Decimal):
            raise ValueError("not a number")
        try:
            value = Decimal(str(stated)).quantize(step, ROUND_HALF_UP)
        except InvalidOperation as fault:
            raise ValueError("not a number") from fault
        if not 0 <= value <= Decimal(most):
            raise ValueError("out of range")
        return value

    digits = len(most.partition(".")[0])
    schema = {
        "anyOf": [
            {"type": "number", "minimum": 0, "maximum": float(most)},
            {"type": "string", "pattern": _text_pattern(digits, places, most)},
        ]
    }
    return Annotated[Decimal, BeforeValidator(read), WithJsonSchema(schema)]


def _text_pattern(digits: int, places: int, most: str) -> str:
    if most == "1":
        return rf"^(0(\.[0-9]{{1,{places}}})?|1)$"
    return rf"^[0-9]{{1,{digits}}}(\.[0-9]{{1,{places}}})?$"


Amount = _number(2, "9999999.99")
Share = _number(4, "1")
