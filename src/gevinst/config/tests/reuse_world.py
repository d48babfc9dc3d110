"""Reuse and help in the world of the tests: an adoption of a process, a block on it, a post about it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from gevinst.features.catalogue.models import HelpAnswer, HelpPost
from gevinst.features.catalogue.tests.factories import ProcessFactory
from gevinst.features.catalogue.tests.reuse.factories import AdoptionFactory, BlockUseFactory

if TYPE_CHECKING:
    from gevinst.features.accounts.models import User
    from gevinst.features.catalogue.models import Process


def reused_at(process: Process, insider: User, text: str) -> dict[str, Any]:
    """`adoption_id` and `post_id`: what hangs on `process`, written by `insider`."""
    source = ProcessFactory(public=True, data_protection="Fra kilden")
    adoption = AdoptionFactory(source=source, process=process, note=text, by=insider)
    BlockUseFactory(process=process, note=text[:200])
    written = {"authority_id": process.authority_id, "author": insider, "text": text}
    post = HelpPost.objects.create(kind="ask", process=process, title=text[:120], **written)
    HelpAnswer.objects.create(post=post, **written)
    return {"adoption_id": adoption.pk, "post_id": post.pk}
