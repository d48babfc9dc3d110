"""An authority with two process owners, and changes of the rules that its invoice control goes by."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from gevinst.engines.blockkit import block
from gevinst.engines.control import Rule
from gevinst.engines.control.checkup import load_for
from gevinst.engines.control.editing import replace_rule, rule_entry
from gevinst.features.accounts.models import Authority
from gevinst.features.accounts.tests.factories import AuthorityFactory, UserFactory
from gevinst.features.control import actions
from gevinst.features.control.models import RuleChange
from gevinst.shared.actor import Actor, Role

BLOCK = "invoice_control"
RENAMED = "Et nyt navn"


@dataclass(frozen=True)
class People:
    """Who works with the rules of one authority."""

    authority: Authority
    writer: Actor
    second: Actor
    reader: Actor


def actor(authority: Authority, role: Role) -> Actor:
    """A person with that role there."""
    user = UserFactory(**{f"{role.value}_of": authority})
    return Actor(user.name, user.pk, roles={authority.pk: frozenset({role})})


def replaced(change: RuleChange, old: str, new: str) -> dict[str, str]:
    """The change's files with the first `old` replaced, in whichever file it stands."""
    name = next(name for name, text in change.files.items() if old in text)
    return {**change.files, name: change.files[name].replace(old, new, 1)}


def first_rule() -> Rule:
    """The first rule that the building block comes with."""
    found = block(BLOCK)
    return load_for(found.rule_files, found.manifest).rules[0]


def reworded(change: RuleChange) -> dict[str, str]:
    """The change's files with one rule called otherwise, and still sound."""
    rule = first_rule()
    entry = rule_entry(change.files, rule.id, rule.version)
    named = {**entry, "name": {"da": RENAMED, "en": "A new name"}}
    return replace_rule(change.files, rule.id, rule.version, named)


def staff() -> People:
    """One authority and three of its people."""
    authority = AuthorityFactory(region=True)
    owners = (actor(authority, Role.PROCESS_OWNER) for _ in range(2))
    return People(authority, next(owners), next(owners), actor(authority, Role.READER))


def ready_change(people: People) -> RuleChange:
    """A draft that differs, with its impact report: ready to be proposed."""
    change = actions.start_change(
        authority_id=people.authority.pk,
        block_key=BLOCK,
        title="Tydeligere besked",
        by=people.writer,
    )
    change = actions.edit_change(change=change, files=reworded(change), by=people.writer)
    actions.record_impact(change=change, decisions=24_000, changed=37, result={}, by=people.writer)
    return change


Ready = Callable[[], RuleChange]
