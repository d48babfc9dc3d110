"""What an import of a register changes, as plain values that are kept and shown."""

from __future__ import annotations

from typing import Any

from gevinst.engines.exchange.codes import CodeList
from gevinst.engines.exchange.kitos import KitosFile
from gevinst.features.catalogue.actions.registers.codes import TOLD, CodePlan
from gevinst.features.catalogue.actions.registers.kitos import SystemPlan

SHOWN = 500  # lines of each kind


def of_codes(read: CodeList, plan: CodePlan) -> dict[str, Any]:
    """New and changed codes, processes that move and those where somebody must choose."""
    return {
        "version": read.version,
        "counts": {
            "new": len(plan.new),
            "changed": len(plan.changed),
            "same": plan.same,
            "gone": len(plan.gone),
            "moved": len(plan.moves.clear),
            "open": len(plan.moves.open),
        },
        "new": [[each.code, each.title] for each in plan.new[:SHOWN]],
        "changed": [
            [code.code, name, _plain(getattr(code, name)), _plain(getattr(record, name))]
            for code, record in plan.changed[:SHOWN]
            for name in TOLD
            if _plain(getattr(code, name)) != _plain(getattr(record, name))
        ],
        "open": [[pk, code, list(to)] for pk, code, to in plan.moves.open[:SHOWN]],
        "remarks": [
            [each.where, each.line, each.code, each.value] for each in read.remarks[:SHOWN]
        ],
    }


def of_systems(read: KitosFile, plan: SystemPlan) -> dict[str, Any]:
    """New and changed systems, and whose usages were in the file."""
    return {
        "counts": {
            "new": len(plan.new),
            "changed": len(plan.changed),
            "same": plan.same,
            "usages": len(plan.usages),
            "ended": len(plan.ended),
            "strangers": len(plan.strangers),
        },
        "new": [[str(each.uuid)[:8], each.label] for each in plan.new[:SHOWN]],
        "changed": [
            [system.label, name, _plain(before), _plain(after)]
            for _row, system, differences in plan.changed[:SHOWN]
            for name, before, after in differences
        ],
        "remarks": [[place, 0, code, value] for place, code, value in read.remarks[:SHOWN]],
    }


def _plain(value: object) -> str:
    if isinstance(value, (list, tuple)):
        return ", ".join(str(each) for each in value)
    return "" if value is None else str(value)
