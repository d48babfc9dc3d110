"""What a block reads of an invoice in its own way, beside what all blocks that control invoices read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from gevinst.engines.einvoice.model import Invoice, Line
from gevinst.engines.invoicing.codes import Codes
from gevinst.engines.invoicing.places import Found
from gevinst.engines.invoicing.services import Service, service

if TYPE_CHECKING:
    import pyarrow as pa

OfLine = Mapping[str, Found[Any] | None]


def _nothing(*_: object) -> dict[str, Any]:
    return {}


def _as_given(_: str, table: pa.Table) -> pa.Table:
    return table


@dataclass(frozen=True, slots=True)
class Reading:
    """`service` finds a line's code, `line` and `document` the columns that only this block has.

    `register` is given each register by its name and may write it as the lines are written. `kept` are the
    line's own columns that later invoices are held against: no person number may stand in them.
    """

    service: Callable[[Line, Codes], Service] = service
    line: Callable[[Invoice, Line], OfLine] = _nothing
    document: Callable[[Invoice], Mapping[str, Any]] = _nothing
    register: Callable[[str, pa.Table], pa.Table] = _as_given
    kept: tuple[str, ...] = ()


PLAIN = Reading()
