"""Carrying out: fields, idempotence, conflicts, privacy, umbrellas, quiet."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from gevinst.features.accounts.models import User
from gevinst.features.accounts.tests.factories import AuthorityFactory, UserFactory
from gevinst.features.catalogue.actions.importing import carry_out, plan
from gevinst.features.catalogue.models import (
    Follow,
    Imported,
    ItSystem,
    Notice,
    Part,
    Process,
    Technology,
)
from gevinst.features.catalogue.tests.importing.factories import item, process_of, reading, taken
from gevinst.shared.actor import SYSTEM
from gevinst.shared.models import AuditEntry

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("name", "raw", "field", "stored"),
    [
        ("phase", "PREANALYSIS", "phase", "preanalysis"),
        ("visibility", "PUBLIC", "visibility", "all_authorities"),
        ("visibility", "MUNICIPALITY", "visibility", "authority"),
        ("levelOfSpeed", "NOT_SET", "level_speed", ""),
        ("evaluatedLevelOfRoi", "LOW", "level_return", "low"),
        ("runPeriod", "QUATERLY", "run_period", "quarterly"),
        ("type", "PARENT", "kind", "umbrella"),
        ("domains", ["PROFESSION"], "domains", ["business"]),
        ("timeSpendPercentageDigital", 75, "automatable", Decimal("0.75")),
        ("timeSpendPerOccurance", 7.5, "minutes", Decimal("7.5")),
        ("longDescription", "<p>Hej <b>du</b></p>", "description", "Hej du"),
        ("kle", "27.36.04", "kle", ["27.36.04"]),
        ("rating", 0, "rating", None),
        ("in_operation", None, "in_operation_since", None),  # no day is made up
    ],
)
def test_a_field_arrives(name: str, raw: Any, field: str, stored: Any) -> None:
    extra = {"timeSpendOccurancesPerEmployee": 10} if name.startswith("timeSpend") else {}
    taken(item(AuthorityFactory(), **{name: raw}, **extra))
    assert getattr(process_of(1), field) == stored


def test_systems_and_technologies_are_found_or_made() -> None:
    known = ItSystem.objects.create(label="KMD Opus")
    taken(
        item(
            AuthorityFactory(),
            itSystems=[{"name": "kmd opus"}],
            services=[{"name": "Nyt system"}],
            technologies=[{"name": "UiPath"}],
        )
    )
    process = process_of(1)
    assert process.systems_today == [known.pk]
    assert process.systems_used == [ItSystem.objects.get(label="Nyt system").pk]
    assert process.technologies == [Technology.objects.get().pk]


def test_the_second_time_nothing_changes() -> None:
    one = item(AuthorityFactory(), technologies=[{"name": "UiPath"}], legalClause="§ 1")
    taken(one)
    before = Process.objects.get().changed_at
    done = taken(one)
    assert done.counts()["same"] == 1
    assert Process.objects.get().changed_at == before


def test_what_changed_at_the_source_is_taken() -> None:
    authority = AuthorityFactory()
    taken(item(authority))
    done = taken(item(authority, title="Nyt navn"))
    assert done.records[0].changes == [("title", "Proces 1", "Nyt navn")]
    assert process_of(1).title == "Nyt navn"


def test_what_was_changed_here_stays() -> None:
    authority = AuthorityFactory()
    taken(item(authority))
    Process.objects.update(challenge="Vores egen", title="Vores navn")
    done = taken(item(authority, status="PENDING"))
    assert (done.records[0].outcome, process_of(1).title) == ("changed", "Vores navn")
    assert (process_of(1).status, process_of(1).challenge) == ("pending", "Vores egen")


def test_what_was_changed_at_both_ends_stays_and_is_said_once() -> None:
    authority = AuthorityFactory()
    taken(item(authority))
    Process.objects.update(title="Vores navn")
    changed = item(authority, title="Deres navn")
    done = taken(changed)
    assert (done.records[0].outcome, process_of(1).title) == ("kept", "Vores navn")
    assert done.records[0].conflicts == [("title", "Vores navn", "Deres navn")]
    assert taken(changed).records[0].outcome == "same"


def test_what_became_personal_at_the_source_is_closed_here() -> None:
    authority = AuthorityFactory()
    taken(item(authority))
    done = taken(item(authority, visibility="PERSONAL", title="Hemmelig"))
    process = process_of(1)
    assert (done.records[0].outcome, process.visibility) == ("changed", "authority")
    assert process.title == "Proces 1"


def test_one_bad_record_stops_none_of_the_others(monkeypatch: pytest.MonkeyPatch) -> None:
    authority = AuthorityFactory()
    made = plan(reading(*(item(authority, n) for n in (1, 2, 3))), by=SYSTEM)
    broken = made.records[1].wanted
    assert broken is not None
    broken.facts["title"] = "x" * 70
    done = carry_out(made, by=SYSTEM)
    assert [one.outcome for one in done.records] == ["new", "refused", "new"]
    assert done.records[1].reason == "unsound"
    assert Process.objects.count() == 2


@pytest.mark.parametrize(
    ("field", "value", "reason"),
    [("systems_used", [2**70], "unsound"), ("description", "nul \x00", "database")],
)
def test_a_value_that_cannot_be_kept_stops_none_of_the_others(
    field: str, value: Any, reason: str
) -> None:
    authority = AuthorityFactory()
    made = plan(reading(item(authority, 1), item(authority, 2)), by=SYSTEM)
    assert made.records[0].wanted is not None
    made.records[0].wanted.facts[field] = value
    done = carry_out(made, by=SYSTEM).records
    assert [(one.outcome, one.reason) for one in done] == [("refused", reason), ("new", "")]


def test_what_another_imported_meanwhile_is_refused() -> None:
    authority = AuthorityFactory()
    made = plan(reading(item(authority)), by=SYSTEM)
    taken(item(authority))
    done = carry_out(made, by=SYSTEM)
    assert (done.records[0].outcome, done.records[0].reason) == ("refused", "changed-meanwhile")


def test_what_was_deleted_meanwhile_is_refused() -> None:
    authority = AuthorityFactory()
    taken(item(authority))
    made = plan(reading(item(authority, title="Ny")), by=SYSTEM)
    Process.objects.all().delete()
    assert carry_out(made, by=SYSTEM).records[0].reason == "changed-meanwhile"


def test_people_with_an_account_are_linked_and_others_forgotten() -> None:
    authority = AuthorityFactory()
    known = UserFactory(contributor_of=authority)
    stranger = {"name": "Fornavn Efternavn", "email": "fornavn@example.org"}
    users = User.objects.count()
    taken(
        item(
            authority,
            owner={"name": "x", "email": known.email},
            contact=stranger,
            reporter=stranger,
            users=[{"name": "x", "email": known.email}, stranger],
        )
    )
    process = process_of(1)
    assert (process.owner_id, process.contact_id, process.reporter_id) == (known.pk, None, None)
    assert [one.user_id for one in process.co_editors.all()] == [known.pk]
    assert User.objects.count() == users
    assert "ornavn" not in str(Imported.objects.get().facts) + str(process.__dict__)


def test_a_name_without_an_address_changes_nobody() -> None:
    authority = AuthorityFactory()
    known = UserFactory(contributor_of=authority)
    person = {"name": "Rolle", "email": known.email}
    taken(item(authority, owner=person, users=[person]))
    taken(item(authority, owner={"name": "Rolle"}, users=[{"name": "Rolle"}], status="PENDING"))
    process = process_of(1)
    assert (process.status, process.owner_id) == ("pending", known.pk)
    assert [one.user_id for one in process.co_editors.all()] == [known.pk]


def test_what_came_to_be_the_same_at_both_ends_is_what_the_next_import_is_held_against() -> None:
    authority = AuthorityFactory()
    taken(item(authority))
    Process.objects.update(title="Fælles navn")
    assert taken(item(authority, title="Fælles navn")).records[0].outcome == "same"
    assert taken(item(authority, title="Endnu nyere")).records[0].outcome == "changed"


def test_an_account_at_another_authority_is_nobody_here() -> None:
    authority = AuthorityFactory()
    other = UserFactory(contributor_of=AuthorityFactory())
    taken(item(authority, owner={"name": "x", "email": other.email}))
    assert process_of(1).owner_id is None


@pytest.mark.parametrize(
    ("stated", "shown", "internal"),
    [("rpa@x.dk", "rpa@x.dk", ""), ("abc12@x.dk", "", "abc12@x.dk")],
)
def test_only_a_role_s_mailbox_is_shown_to_others(stated: str, shown: str, internal: str) -> None:
    taken(item(AuthorityFactory(), otherContactEmail=stated))
    process = process_of(1)
    assert (process.contact_email, process.other_contact_email) == (shown, internal)


def test_internal_links_are_for_the_own_authority_only() -> None:
    links = [{"url": "https://intern.x.dk/a", "internal": True}, {"url": "https://x.dk/b"}]
    taken(item(AuthorityFactory(), links=links))
    process = process_of(1)
    assert [one["url"] for one in process.links] == ["https://x.dk/b"]
    assert process.internal_notes == "Links: https://intern.x.dk/a"


def test_an_umbrella_gets_its_parts_and_loses_those_that_the_source_takes_away() -> None:
    authority = AuthorityFactory()
    items = [item(authority, 1), item(authority, 2)]
    over = item(authority, 9, type="PARENT", children=[{"id": 1}, {"id": 77}])
    taken(over, *items)
    assert [part.process for part in Part.objects.all()] == [process_of(1)]
    own = Part.objects.create(umbrella=process_of(9), process=process_of(2))
    taken(item(authority, 9, type="PARENT", children=[]), *items)
    assert list(Part.objects.all()) == [own]


def test_a_circle_is_never_closed() -> None:
    authority = AuthorityFactory()
    taken(
        item(authority, 1, type="PARENT", children=[{"id": 2}]),
        item(authority, 2, type="PARENT", children=[{"id": 1}]),
    )
    assert Part.objects.count() == 1


def test_followers_hear_once_in_their_digest_and_of_new_ones_nothing() -> None:
    authority = AuthorityFactory()
    follower = UserFactory(reader_of=authority)
    Follow.objects.create(user=follower, authority=authority)
    taken(item(authority))
    assert Notice.objects.count() == 0
    Follow.objects.create(user=follower, process=process_of(1))
    taken(item(authority, title="Nyt navn", status="PENDING"))
    assert [(one.user, one.pace) for one in Notice.objects.all()] == [(follower, "daily")]


def test_the_audit_trail_has_an_entry_for_the_import_and_one_for_each_process() -> None:
    authority = AuthorityFactory()
    taken(item(authority, 1), item(authority, 2))
    taken(item(authority, 1, title="Ny"), item(authority, 2))
    actions = [one.action for one in AuditEntry.objects.order_by("pk")]
    assert actions == [
        "catalogue.import_new", "catalogue.import_new", "catalogue.import",
        "catalogue.import_changed", "catalogue.import",
    ]  # fmt: skip


def test_each_process_gets_its_standing() -> None:
    authority = AuthorityFactory()
    effort = {"timeSpendOccurancesPerEmployee": 60, "timeSpendPerOccurance": 10.0}
    taken(item(authority, timeSpendPercentageDigital=50, **effort), item(authority, 2))
    assert process_of(1).standing.hours_expected == 5
    assert process_of(2).standing.hours_expected is None


def test_progress_is_told_after_each_batch(monkeypatch: pytest.MonkeyPatch) -> None:
    from gevinst.features.catalogue.actions.importing import applying

    monkeypatch.setattr(applying, "BATCH", 2)
    authority = AuthorityFactory()
    made = plan(reading(*(item(authority, n) for n in range(1, 4))), by=SYSTEM)
    heard: list[tuple[int, int]] = []
    carry_out(made, by=SYSTEM, progress=lambda done, total: heard.append((done, total)))
    assert heard == [(2, 3), (3, 3)]
