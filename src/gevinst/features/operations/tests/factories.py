"""Robots and work items for tests, made through the room's own actions wherever that is what happens."""

from __future__ import annotations

from itertools import count
from typing import Any

import factory
from factory.django import DjangoModelFactory

from gevinst.features.accounts.tests.factories import AuthorityFactory
from gevinst.features.catalogue.models import Process
from gevinst.features.operations.models import Document, Queue, Robot, Run, WorkItem
from gevinst.features.operations.search_text import stored
from gevinst.features.operations.states import State
from gevinst.shared.actor import Actor, Role


class _ProcessFactory(DjangoModelFactory[Process]):
    class Meta:
        model = Process

    authority = factory.SubFactory(AuthorityFactory)
    title = factory.Sequence(lambda n: f"Kontrol {n}")
    summary = "Prøve"


class RobotFactory(DjangoModelFactory[Robot]):
    """A robot that runs the tiny block, with its two queues."""

    class Meta:
        model = Robot
        skip_postgeneration_save = True

    process = factory.SubFactory(_ProcessFactory)
    authority = factory.SelfAttribute("process.authority")
    key = factory.Sequence(lambda n: f"robot-{n}")
    name = factory.Sequence(lambda n: f"Robot {n}")
    block_key = "tiny"

    @factory.post_generation
    def queues(robot: Robot, create: bool, extracted: Any, **_: Any) -> None:  # noqa: N805
        for key, da, en in (
            ("errors", "Fejl", "Errors"),
            ("duplicates", "Dubletter", "Duplicates"),
        ):
            Queue.objects.create(robot=robot, key=key, name_da=da, name_en=en)


class DocumentFactory(DjangoModelFactory[Document]):
    """A document the tiny block can read."""

    class Meta:
        model = Document

    sha256 = factory.Sequence(lambda n: f"{n:064x}")
    content = factory.Sequence(lambda n: f"bad {n} Hospitalet 100.00".encode())
    name = factory.Sequence(lambda n: f"{n}.txt")


class WorkItemFactory(DjangoModelFactory[WorkItem]):
    """A received item; traits (`referred`, `approved`, `waiting`, …) put it elsewhere."""

    class Meta:
        model = WorkItem

    class Params:
        referred = factory.Trait(state=State.REFERRED, queue="errors", reason="word")
        approved = factory.Trait(state=State.APPROVED)
        waiting = factory.Trait(state=State.WAITING)
        held = factory.Trait(state=State.HELD, queue="errors")
        refused = factory.Trait(state=State.REFUSED, reason="not-four-words")
        returned = factory.Trait(state=State.RETURNED)
        delivered = factory.Trait(state=State.DELIVERED)
        in_progress = factory.Trait(state=State.IN_PROGRESS)

    robot = factory.SubFactory(RobotFactory)
    authority = factory.SelfAttribute("robot.authority")
    document = factory.SubFactory(DocumentFactory)
    reference = factory.Sequence(lambda n: f"Hospitalet/{n}/")
    title = factory.Sequence(lambda n: f"Regning {n}")
    party = "Hospitalet"
    amount = 100
    currency = "DKK"
    search = factory.LazyAttribute(lambda item: stored(item.party, item.title, item.reference))


class RunFactory(DjangoModelFactory[Run]):
    """A run that is still going."""

    class Meta:
        model = Run

    robot = factory.SubFactory(RobotFactory)
    on = factory.Faker("date_object")


def clerk(robot: Robot, name: str = "Sagsbehandler") -> Actor:
    """A clerk of the robot's authority, with a user in the database."""
    return _actor(robot, name, Role.CLERK)


def owner(robot: Robot, name: str = "Procesejer") -> Actor:
    """A process owner of the robot's authority."""
    return _actor(robot, name, Role.PROCESS_OWNER)


_people = count()


def _actor(robot: Robot, name: str, role: Role) -> Actor:
    from gevinst.features.accounts.models import Membership, User

    user = User.objects.create_user(f"{role}{next(_people)}@example.org", name)
    Membership.objects.create(user=user, authority=robot.authority, role=role)
    return Actor(name=name, user_id=user.pk, roles={robot.authority_id: frozenset({role})})


def documents(*lines: str) -> list[tuple[str, bytes]]:
    """One document a line, as the tiny block reads them."""
    return [(f"{n}.txt", line.encode()) for n, line in enumerate(lines)]
