"""Publishes an approved version of a business case, and takes it back."""

from __future__ import annotations

from django.db import connection
from django.utils.translation import gettext as _

from gevinst.features.accounts import queries as accounts
from gevinst.features.benefits.models import BusinessCase, CaseVersion, Publication
from gevinst.features.benefits.publishing.permissions import require_may_publish
from gevinst.features.benefits.queries import published as kept
from gevinst.features.benefits.queries.cases import approved_version
from gevinst.shared.actor import Actor
from gevinst.shared.audit import about, audited
from gevinst.shared.errors import DomainError

REASON = 500
_LOCK = 20_265_041  # one publication at a time: two cases must not take one address


def publish(*, case: BusinessCase, by: Actor) -> Publication:
    """The version that was approved last stands under its own address for everybody to read.

    Raises `DomainError`: "not-allowed", "wrong-state" (no approved version), "already-done" (it is out),
    "incomplete" with `missing`: sentences on what the eight sections lack, and on errors that checks find.
    """
    require_may_publish(by, case.authority_id)
    with audited("benefits.publish", by=by, authority_id=case.authority_id) as entry:
        _one_at_a_time()
        version = _approved(case)
        held = kept.publication_of(case.pk)
        if held is not None and not held.withdrawn and held.version_id == version.pk:
            raise DomainError("already-done", _("This version is published already."))
        _check_readable(version)
        slug = held.slug if held is not None else _slug(case)
        row = _kept(case, version, slug, by)
        about(entry, row, slug=slug, version=version.number)
    return row


def withdraw_publication(*, case: BusinessCase, reason: str, by: Actor) -> Publication:
    """The case is not shown any more; its address says so, with the reason.

    Raises `DomainError`: "not-allowed", "invalid" (no reason), "wrong-state" (it is not published).
    """
    require_may_publish(by, case.authority_id)
    if not reason.strip():
        raise DomainError("invalid", _("Say why the case is withdrawn."), field="reason")
    with audited("benefits.withdraw_publication", by=by, authority_id=case.authority_id) as entry:
        _one_at_a_time()
        held = kept.publication_of(case.pk)
        if held is None or held.withdrawn:
            raise DomainError("wrong-state", _("The case is not published."))
        row = _kept(case, held.version, held.slug, by, reason.strip()[:REASON])
        about(entry, row, slug=row.slug)
    return row


def _approved(case: BusinessCase) -> CaseVersion:
    version = approved_version(case)
    if version is None:
        raise DomainError("wrong-state", _("Only an approved version can be published."))
    return version


def _check_readable(version: CaseVersion) -> None:
    lacking = kept.missing(version.text)
    if lacking:
        message = _("The case cannot be published yet: %(missing)s")
        raise DomainError("incomplete", message % {"missing": " ".join(lacking)}, missing=lacking)


def _slug(case: BusinessCase) -> str:
    taken, number, slug = kept.taken_slugs(), 1, case.key
    while slug in taken:
        number += 1
        slug = f"{case.key}-{number}"
    return slug


def _kept(
    case: BusinessCase, version: CaseVersion, slug: str, by: Actor, reason: str = ""
) -> Publication:
    return Publication.objects.create(
        case=case,
        version=version,
        slug=slug,
        withdrawn=bool(reason),
        reason=reason,
        by_id=accounts.person_behind(by),
        by_name=by.name,
    )


def _one_at_a_time() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])
