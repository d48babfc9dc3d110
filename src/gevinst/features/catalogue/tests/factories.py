"""Processes for tests; traits: `public`, `shared`, `personal`, `in_operation`, `with_block`."""

from __future__ import annotations

from datetime import date

import factory
from factory.django import DjangoModelFactory

from gevinst.features.accounts.tests.factories import AuthorityFactory, UserFactory
from gevinst.features.catalogue.models import Phase, Process, Visibility


class ProcessFactory(DjangoModelFactory[Process]):
    """An idea that its authority may read."""

    class Meta:
        model = Process

    class Params:
        public = factory.Trait(visibility=Visibility.PUBLIC)
        shared = factory.Trait(visibility=Visibility.ALL_AUTHORITIES)
        personal = factory.Trait(
            visibility=Visibility.PERSONAL, owner=factory.SubFactory(UserFactory)
        )
        in_operation = factory.Trait(phase=Phase.OPERATION, in_operation_since=date(2026, 1, 1))
        with_block = factory.Trait(block_key="invoice_control")

    authority = factory.SubFactory(AuthorityFactory)
    title = factory.Sequence(lambda n: f"Fakturakontrol {n}")
    summary = "Robotten holder regninger op mod aftaler"
    challenge = "Mange opslag i hånden"
    solution = "Robotten slår op og betaler det, der stemmer"
