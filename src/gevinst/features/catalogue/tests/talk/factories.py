"""Comments and reports for tests."""

from __future__ import annotations

import factory
from factory.django import DjangoModelFactory

from gevinst.features.accounts.tests.factories import UserFactory
from gevinst.features.catalogue.models import Comment, Report
from gevinst.features.catalogue.tests.factories import ProcessFactory


class CommentFactory(DjangoModelFactory[Comment]):
    """Something said by somebody; `parent=` makes it a reply on the same process."""

    class Meta:
        model = Comment

    parent = None
    process = factory.LazyAttribute(
        lambda o: o.parent.process if o.parent else ProcessFactory(public=True)
    )
    author = factory.SubFactory(UserFactory)
    author_name = factory.LazyAttribute(lambda o: o.author.name)
    author_authority = "Prøveby Kommune"
    text = factory.Sequence(lambda n: f"Kommentar {n}")


class ReportFactory(DjangoModelFactory[Report]):
    """A report of a comment, unless `comment=None`: then of the process."""

    class Meta:
        model = Report

    comment = factory.SubFactory(CommentFactory)
    process = factory.LazyAttribute(
        lambda o: o.comment.process if o.comment else ProcessFactory(public=True)
    )
    reason = Report.Reason.WRONG
    text = "Det passer ikke"
    reporter = factory.SubFactory(UserFactory)
