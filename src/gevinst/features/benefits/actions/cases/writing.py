"""Starts, copies, writes and shares business cases."""

from __future__ import annotations

from typing import Any

from django.db import connection
from django.utils import timezone
from django.utils.translation import gettext as _

from gevinst.engines.businesscase.casefile.document import CaseFault
from gevinst.engines.businesscase.casefile.exact_yaml import MAX_BYTES, parsed
from gevinst.engines.businesscase.casefile.write import dumps
from gevinst.engines.identifiers import mask_all
from gevinst.features.accounts import queries as accounts
from gevinst.features.benefits.casework.guided import blank, of_process
from gevinst.features.benefits.casework.models import CaseState, CaseVisibility
from gevinst.features.benefits.casework.paths import key_of
from gevinst.features.benefits.casework.permissions import require_may_start_case
from gevinst.features.benefits.models import BusinessCase
from gevinst.features.benefits.queries import cases as kept
from gevinst.features.benefits.queries.cases.starting import year_of
from gevinst.features.benefits.queries.effects import baseline_on
from gevinst.features.catalogue import queries as catalogue
from gevinst.shared.actor import Actor
from gevinst.shared.audit import about, audited
from gevinst.shared.errors import DomainError

TITLE = 300
LOCK = 4_820_137  # a number of our own among advisory locks
OPEN = frozenset({CaseState.DRAFT, CaseState.PROPOSED, CaseState.APPROVED})


def start_case(*, authority_id: int, title: str, by: Actor) -> BusinessCase:
    """A case with nothing in it but its frame, ready for the guided questions.

    Raises `DomainError`: "not-allowed", "invalid" (no title).
    """
    require_may_start_case(by, authority_id)
    return _made(by, authority_id, _titled(title), _blank(authority_id, title))


def start_case_of_process(*, process_id: int, by: Actor) -> BusinessCase:
    """A case of the process's authority with what is known of it: minutes, cost of an hour, items a year.

    The numbers come from the baseline that holds today and from the effect of the last year's runs.
    Raises `DomainError`: "not-found", "not-allowed".
    """
    process = catalogue.process(by, process_id)
    require_may_start_case(by, process.authority_id)
    text = _blank(process.authority_id, process.title)
    baseline = baseline_on(process_id, timezone.localdate())
    if baseline is not None:
        known = year_of(by, process_id, baseline.manual_minutes, timezone.localdate())
        data = of_process(
            parsed(text).data,
            minutes=baseline.manual_minutes,
            after=known.minutes_left,
            rate=baseline.hourly_cost,
            items=known.items,
            source=baseline.source,
        )
        text = dumps(data)
    return _made(
        by,
        process.authority_id,
        process.title,
        text,
        started_from=f"process:{process_id}",
        process_id=process_id,
    )


def start_case_from_text(
    *, authority_id: int, text: str, by: Actor, started_from: str = "file", title: str = ""
) -> BusinessCase:
    """A case from a case file: one that is shipped, one that is published, or one that was uploaded.

    The file may have faults, but must be a file of keys and values. Raises `DomainError`: "not-allowed",
    "invalid".
    """
    require_may_start_case(by, authority_id)
    data = _file(text)
    stated = title or data.get("title")
    named = stated if isinstance(stated, str) and stated.strip() else _("Business case")
    if title:
        text = dumps({**data, "title": title})
    return _made(by, authority_id, _titled(named), text, started_from=started_from)


def copy_case(*, case: BusinessCase, by: Actor, authority_id: int, text: str = "") -> BusinessCase:
    """A draft of one's own authority with the same contents (or with `text`, what one was writing in it).

    Raises `DomainError`: "not-found" (it may not be read), "not-allowed", "invalid".
    """
    seen = kept.case(by, case.pk)
    require_may_start_case(by, authority_id)
    data = _file(text or seen.text)
    title = _titled(_("Copy of %(title)s") % {"title": seen.title})
    return _made(
        by, authority_id, title, dumps({**data, "title": title}), started_from=f"case:{seen.pk}"
    )


def save_case(*, case: BusinessCase, text: str, revision: int, by: Actor) -> BusinessCase:
    """The draft with another text; what was proposed or approved becomes a draft again.

    `revision` is the one that was read: where somebody else has saved since, nothing is written. The text may
    have faults. Raises `DomainError`: "not-allowed", "wrong-state" (archived), "conflict" with `name`, `at`
    and `revision` of the other's, "invalid" (too long).
    """
    text = _sound(text)
    with audited("benefits.save_case", by=by, authority_id=case.authority_id) as entry:
        row = locked_case(case, OPEN)
        require_may_start_case(by, row.authority_id)
        _check_revision(row, revision)
        about(entry, row, revision=row.revision)
        if text != row.text:
            row.text, row.title = text, _title_of(text) or row.title
            row.state = CaseState.DRAFT
            touched(row, by)
    return row


def show_case(*, case: BusinessCase, visibility: str, by: Actor) -> BusinessCase:
    """The case for its authority, for all authorities or for everybody. Raises `DomainError`: "not-allowed",
    "invalid"."""
    if visibility not in CaseVisibility.values:
        raise DomainError("invalid", _("Say who may read it."), field="visibility")
    with audited("benefits.show_case", by=by, authority_id=case.authority_id) as entry:
        row = locked_case(case, OPEN)
        require_may_start_case(by, row.authority_id)
        row.visibility = visibility
        row.revision += 1
        row.save(update_fields=["visibility", "revision"])
        about(entry, row, visibility=visibility)
    return row


def archive_case(*, case: BusinessCase, by: Actor) -> BusinessCase:
    """The case is put away; it stays to be read. Raises `DomainError`: "not-allowed", "wrong-state"."""
    return _turned(case, by, "benefits.archive_case", OPEN, CaseState.ARCHIVED)


def reopen_case(*, case: BusinessCase, by: Actor) -> BusinessCase:
    """An archived case is a draft again. Raises as `archive_case`."""
    closed = frozenset({CaseState.ARCHIVED})
    return _turned(case, by, "benefits.reopen_case", closed, CaseState.DRAFT)


def _turned(
    case: BusinessCase, by: Actor, action: str, allowed: frozenset[CaseState], state: CaseState
) -> BusinessCase:
    with audited(action, by=by, authority_id=case.authority_id) as entry:
        row = locked_case(case, allowed)
        require_may_start_case(by, row.authority_id)
        row.state = state
        row.revision += 1
        row.save(update_fields=["state", "revision"])
        about(entry, row)
    return row


def locked_case(case: BusinessCase, allowed: frozenset[CaseState]) -> BusinessCase:
    """The row, held until the transaction ends. Raises `DomainError("wrong-state")`."""
    row = BusinessCase.objects.select_for_update().get(pk=case.pk)
    if row.state not in allowed:
        message = _("This cannot be done with a case in this state: %(state)s.")
        raise DomainError("wrong-state", message % {"state": row.get_state_display()})
    return row


def touched(row: BusinessCase, by: Actor) -> None:
    """Saves the row with who wrote in it, as the next revision."""
    hand = accounts.person_behind(by)
    row.edited_by = sorted({*row.edited_by, *([hand] if hand is not None else [])})
    row.changed_at, row.changed_by_id, row.changed_name = timezone.now(), by.user_id, by.name
    row.revision += 1
    row.save()


def _check_revision(row: BusinessCase, revision: int) -> None:
    if revision != row.revision:
        message = _(
            "%(name)s saved the case while you wrote. Nothing of yours was written over it."
        )
        raise DomainError(
            "conflict",
            message % {"name": row.changed_name},
            name=row.changed_name,
            at=row.changed_at,
            revision=row.revision,
        )


def _made(by: Actor, authority_id: int, title: str, text: str, **origin: Any) -> BusinessCase:
    hand = accounts.person_behind(by)
    with audited("benefits.start_case", by=by, authority_id=authority_id) as entry:
        row = BusinessCase.objects.create(
            authority_id=authority_id,
            title=title,
            key=_free_key(authority_id, title),
            text=_sound(text),
            owner_id=by.user_id,
            edited_by=[] if hand is None else [hand],
            changed_by_id=by.user_id,
            changed_name=by.name,
            **origin,
        )
        about(entry, row, started_from=row.started_from)
    return row


def _free_key(authority_id: int, title: str) -> str:
    """A key that no other case of the authority has, nor gets before this transaction ends."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s, %s)", [LOCK, authority_id])
    found = BusinessCase.objects.filter(authority_id=authority_id)
    return key_of(mask_all(title), set(found.values_list("key", flat=True)))


def _blank(authority_id: int, title: str) -> str:
    authority = accounts.authorities().get(pk=authority_id)
    named = _titled(title)
    return dumps(
        blank(
            key=key_of(mask_all(named)),
            title=named,
            authority=authority.name,
            party=key_of(authority.name),
            year=timezone.localdate().year,
        )
    )


def _titled(title: str) -> str:
    if not title.strip():
        raise DomainError("invalid", _("Give the case a title."), field="title")
    return title.strip()[:TITLE]


def _title_of(text: str) -> str:
    try:
        return str(_file(text).get("title", "")).strip()[:TITLE]
    except DomainError:
        return ""


def _file(text: str) -> dict[str, object]:
    """The values of a text. Raises `DomainError("invalid")` where it is not a file of keys and values."""
    try:
        data = parsed(_sound(text)).data
    except CaseFault as fault:
        message = _("This is not a case file: line %(line)s.") % {"line": fault.line}
        raise DomainError("invalid", message, field="file") from fault
    if not isinstance(data, dict):
        raise DomainError("invalid", _("This is not a case file."), field="file")
    return data


def _sound(text: str) -> str:
    """The text as the database keeps it. Raises `DomainError("invalid")` where it is too long."""
    clean = text.replace("\r\n", "\n").replace("\x00", "")
    if len(clean.encode()) > MAX_BYTES:
        raise DomainError("invalid", _("The case file is too long."), field="file")
    return clean
