"""Systems, technologies and codes for tests."""

from __future__ import annotations

import factory
from factory.django import DjangoModelFactory

from gevinst.features.catalogue.models import Code, ItSystem, Technology


class SystemFactory(DjangoModelFactory[ItSystem]):
    """A system that nobody has."""

    class Meta:
        model = ItSystem

    label = factory.Sequence(lambda n: f"System {n}")


class TechnologyFactory(DjangoModelFactory[Technology]):
    """A technology that nobody has."""

    class Meta:
        model = Technology

    label = factory.Sequence(lambda n: f"Teknologi {n}")


class CodeFactory(DjangoModelFactory[Code]):
    """A KLE code that holds."""

    class Meta:
        model = Code

    scheme = "kle"
    code = factory.Sequence(lambda n: f"32.{n % 100:02}")
    title = "Regninger"
