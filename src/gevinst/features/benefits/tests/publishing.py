"""An approved business case with the text of the example, for tests."""

from __future__ import annotations

from django.utils import timezone

from gevinst.features.accounts import queries as accounts
from gevinst.features.accounts.models import Authority
from gevinst.features.accounts.tests.factories import AuthorityFactory, UserFactory
from gevinst.features.benefits.models import BusinessCase, CaseVersion
from gevinst.features.benefits.tests.published_example import IGA
from gevinst.shared.actor import Actor


def stored_case(
    text: str = IGA, authority: Authority | None = None, key: str = "iga", title: str = "IGA"
) -> BusinessCase:
    """A draft at an authority."""
    place = authority or AuthorityFactory()
    case: BusinessCase = BusinessCase.objects.create(
        authority=place, title=title, key=key, text=text, changed_name="Bidragyder"
    )
    return case


def approved_case(text: str = IGA, **how: object) -> BusinessCase:
    """A case with one approved version of that text."""
    case = stored_case(text, **how)  # type: ignore[arg-type]
    approve_again(case, text)
    return case


def approve_again(case: BusinessCase, text: str) -> CaseVersion:
    """The next version of a case, approved."""
    version: CaseVersion = CaseVersion.objects.create(
        case=case,
        number=case.versions.count() + 1,
        text=text,
        digest="0" * 64,
        engine="1",
        reason="Godkendt",
        by_name="Bidragyder",
        approved_name="Procesejer",
        approved_at=timezone.now(),
    )
    return version


def process_owner(authority: Authority) -> Actor:
    """Somebody who may publish there."""
    return accounts.actor_of(UserFactory(process_owner_of=authority, name="Procesejer"))


def contributor(authority: Authority) -> Actor:
    """Somebody who may write there, and not publish."""
    return accounts.actor_of(UserFactory(contributor_of=authority))
