"""The runs of imports that one may see, and where a process came from."""

from __future__ import annotations

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from gevinst.features.catalogue.models import Imported, ImportRun, Process
from gevinst.shared.actor import Actor, Right
from gevinst.shared.errors import DomainError

SOURCES = ("os2autoproces", "csv", "publiccode")


def import_runs(actor: Actor) -> QuerySet[ImportRun]:
    """One's own imports, those for an authority that one administers, and all for who answers for all."""
    found = ImportRun.objects.filter(source__in=SOURCES).select_related("authority", "by")
    if not (actor.system or actor.national):
        mine = Q(authority_id__in=actor.authorities(Right.ADMINISTER))
        if actor.user_id is not None:
            mine |= Q(by_id=actor.user_id)
        found = found.filter(mine)
    return found.defer("content", "report").order_by("-at", "-pk")


def import_run(actor: Actor, run_id: int) -> ImportRun:
    """One of them, with its report. Raises `DomainError("not-found")`."""
    run = import_runs(actor).defer(None).defer("content").filter(pk=run_id).first()
    if run is None:
        raise DomainError("not-found", _("There is no such import."))
    return run


def origins(process: Process) -> list[Imported]:
    """Where the process was imported from; what programs send under ids of their own is not told of."""
    known = Q()
    for source in SOURCES:
        known |= Q(source=source) | Q(source__startswith=f"{source}:")
    return list(process.imported.filter(known).order_by("pk"))
