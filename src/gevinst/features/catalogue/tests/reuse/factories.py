"""Adoptions for tests: `AdoptionFactory(source__authority=…, process__public=True)`."""

from __future__ import annotations

import factory
from factory.django import DjangoModelFactory

from gevinst.features.catalogue.history import latest_event
from gevinst.features.catalogue.models import Adoption, BlockUse
from gevinst.features.catalogue.tests.factories import ProcessFactory


class AdoptionFactory(DjangoModelFactory[Adoption]):
    """A process that all may read, adopted by one that its authority may read."""

    class Meta:
        model = Adoption

    source = factory.SubFactory(ProcessFactory, public=True)
    process = factory.SubFactory(ProcessFactory)
    source_event = factory.LazyAttribute(lambda made: latest_event(made.source))
    reviewed_event = factory.SelfAttribute("source_event")


class BlockUseFactory(DjangoModelFactory[BlockUse]):
    """A block that ships with the project, in an older version."""

    class Meta:
        model = BlockUse

    process = factory.SubFactory(ProcessFactory)
    key = "invoice_control"
    version = "0.9"
