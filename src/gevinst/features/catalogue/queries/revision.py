"""The revision of a process: which of its history's events were the last ones."""

from __future__ import annotations

from typing import Any

from django.db.models import Max

from gevinst.features.catalogue.models import CoEditor, LegalClause, Process


def revision(process_id: int) -> str:
    """A text that changes whenever a field, a legal clause or a co-editor does.

    Comments, followers, reuse and measured effect do not change it: they are nobody's edit.
    """
    own = _last(Process, pgh_obj_id=process_id)
    others = [_last(model, process_id=process_id) for model in (LegalClause, CoEditor)]
    return ".".join(str(each) for each in (own, *others))


def _last(model: Any, **which: int) -> int:
    found = model.pgh_event_model.objects.filter(**which).aggregate(last=Max("pgh_id"))
    return int(found["last"] or 0)
