"""Who answers for a process, who listens, and who works on what was made of it."""

from __future__ import annotations

from gevinst.features.accounts.queries import actors_of, administrators, national_administrators
from gevinst.features.catalogue.models import Adoption, CoEditor, Follow, Process


def responsible(process: Process) -> set[int]:
    """Owner, contact and co-editors who are still there; the authority's administrators when nobody is."""
    editors = CoEditor.objects.filter(process=process).values_list("user_id", flat=True)
    named = {process.owner_id, process.contact_id, *editors} - {None}
    there = {actor.user_id for actor in actors_of(one for one in named if one is not None)}
    return {one for one in there if one is not None} or local_administrators(process.authority_id)


def local_administrators(authority_id: int) -> set[int]:
    """The active local administrators of an authority."""
    return set(administrators(frozenset({authority_id})).values_list("pk", flat=True))


def moderators(process: Process) -> set[int]:
    """Who decides about reports of the process: national administrators and those of its authority."""
    national = set(national_administrators().values_list("pk", flat=True))
    return national | local_administrators(process.authority_id)


def followers(process: Process) -> set[int]:
    """Who follows the process."""
    return set(Follow.objects.filter(process=process).values_list("user_id", flat=True))


def followers_of_authority(authority_id: int) -> set[int]:
    """Who follows what the authority shares."""
    found = Follow.objects.filter(authority=authority_id)
    return set(found.values_list("user_id", flat=True))


def adopters(process: Process) -> set[int]:
    """Who answers for the processes that reuse this one."""
    taken = Adoption.objects.filter(source=process).select_related("process")
    return {one for adoption in taken for one in responsible(adoption.process)}
