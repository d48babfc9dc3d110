"""People around a process for tests: owners, followers, adopters, and what they were told."""

from __future__ import annotations

from typing import Any

from gevinst.features.accounts.models import User
from gevinst.features.accounts.queries import actor_of
from gevinst.features.accounts.tests.factories import AuthorityFactory, UserFactory
from gevinst.features.catalogue.models import Follow, Notice, Process
from gevinst.features.catalogue.tests.factories import ProcessFactory
from gevinst.shared.actor import Actor


def owned(**facts: Any) -> tuple[Process, User, Actor]:
    """A process that all authorities may read, its owner, and a colleague who changes things."""
    place = facts.pop("authority", None) or AuthorityFactory()
    owner = UserFactory(contributor_of=place)
    process = ProcessFactory(shared=True, authority=place, owner=owner, **facts)
    return process, owner, actor_of(UserFactory(contributor_of=place, name="Kollega (demo)"))


def follower(process: Process, **held: Any) -> User:
    """Somebody at another authority who follows the process."""
    user = UserFactory(**(held or {"reader_of": AuthorityFactory()}))
    Follow.objects.create(user=user, process=process)
    return user


def told(user: User, **about: Any) -> list[Notice]:
    """What the person was told, the oldest first."""
    return list(Notice.objects.filter(user=user, **about).order_by("pk"))


def whats(user: User) -> list[str]:
    """The codes of what the person was told."""
    return [one.facts["what"] for one in told(user)]
