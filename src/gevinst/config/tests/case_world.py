"""Business cases of the world: a draft with a version and a comment, and one that awaits approval."""

from __future__ import annotations

from typing import Any

from gevinst.features.accounts.models import Authority, User
from gevinst.features.accounts.tests.factories import UserFactory
from gevinst.features.benefits.models import BusinessCase, CaseComment, CaseVersion

SOUND = """\
case: 1
id: world
title: {title}
years: {{from: 2026, to: 2028}}
origin: project_start
parties: [kommune]
assumptions:
  saved: {{value: 100, unit: DKK, title: {title}, source: {title}}}
benefits:
  - {{id: gain, title: {title}, place: benefit.budget.time, mode: budget_cut, amount: saved}}
tree:
  nodes:
    - {{id: goal, kind: purpose, title: {title}, owner: {title}}}
"""


def cases_at(home: Authority, insider: User, title: str) -> dict[str, Any]:
    """The draft's id, its version's number, and the id of a case that somebody else has proposed."""
    text = SOUND.format(title=f'"{title}"')
    writer = UserFactory(contributor_of=home)
    made = [
        BusinessCase.objects.create(
            authority=home,
            title=title,
            key=key,
            text=text,
            state=state,
            owner=writer,
            edited_by=[writer.pk],
            changed_by=writer,
            changed_name=title,
        )
        for key, state in (("draft", "draft"), ("proposed", "proposed"))
    ]
    draft = made[0]
    CaseVersion.objects.create(
        case=draft, number=1, text="case: 1", digest="0" * 64, engine="0", reason=title, by=insider
    )
    CaseComment.objects.create(case=draft, text=title, by=insider, by_name=title)
    return {"case_id": draft.pk, "number": 1, "proposed_id": made[1].pk, "node_id": "goal"}
