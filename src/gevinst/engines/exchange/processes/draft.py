"""A record in the making: raw values go in, what was not understood is remarked on."""

from __future__ import annotations

from typing import Any

from gevinst.engines.exchange.processes.fields import FIELDS
from gevinst.engines.exchange.processes.record import AuthorityName, Record
from gevinst.engines.exchange.processes.remarks import Remark, shown
from gevinst.engines.exchange.processes.values import value_of

# A text that is cut is kept whole where there is room for it.
MOVED_TO = {"title": "description", "summary": "description"}


class Draft:
    """One record of `source`, found at `place` of the file.

    >>> draft = Draft("csv", "row 2")
    >>> draft.put("phase", "Månefase", column="Fase")
    >>> draft.record("7").remarks[0]
    Remark(place='row 2', field='Fase', value='Månefase', what='unknown-value', done='left-out')
    """

    def __init__(self, source: str, place: str) -> None:
        self.source, self.place = source, place
        self.values: dict[str, Any] = {}
        self.remarks: list[Remark] = []
        self.authority = AuthorityName()

    def put(self, field: str, raw: object, *, column: str = "") -> None:
        """Reads `raw` into a field of the record; a value that is not understood leaves the field unsaid."""
        try:
            value, doubts = value_of(FIELDS[field], raw)
        except ValueError as fault:
            self.remark(column or field, raw, str(fault))
            return
        self.values[field] = value
        for text, what, done in doubts:
            moved = done == "shortened" and field in MOVED_TO
            self.remark(column or field, text, what, "moved" if moved else done)
            if moved:
                self._keep_whole(MOVED_TO[field], str(raw))

    def remark(self, field: str, value: object, what: str, done: str = "left-out") -> None:
        """Remarks on a value."""
        self.remarks.append(Remark(self.place, field, shown(value), what, done))

    def _keep_whole(self, field: str, text: str) -> None:
        whole, _ = value_of(FIELDS[field], text)
        self.values.setdefault("_whole", {}).setdefault(field, []).append(whole)

    def record(self, source_id: str) -> Record:
        """The finished record. Without a title or an id it is refused."""
        values = dict(self.values)
        for field, texts in values.pop("_whole", {}).items():
            values[field] = "\n\n".join([*texts, values.get(field, "")]).strip()
        if not values.get("title"):
            self.remark("title", "", "no-title", "refused")
        if not source_id:
            self.remark("id", "", "no-id", "refused")
        return Record(
            source=self.source,
            source_id=source_id,
            place=self.place,
            authority=self.authority,
            carries=frozenset(values),
            remarks=tuple(self.remarks),
            **values,
        )
