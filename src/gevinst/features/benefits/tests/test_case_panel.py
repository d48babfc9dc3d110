"""What the page of a process shows of business cases, and to whom."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from gevinst.features.accounts.models import User
from gevinst.features.benefits.actions import cases as actions
from gevinst.features.benefits.tests.case_people import CasePeople, case_people
from gevinst.features.catalogue.models import Process
from gevinst.features.catalogue.tests.factories import ProcessFactory

BEGIN = "Begynd en business case"


@pytest.fixture
def people(db: None) -> CasePeople:
    return case_people()


def page_of(process: Process, people: CasePeople, who: str) -> str:
    client = Client()
    client.force_login(User.objects.get(pk=getattr(people, who).user_id))
    return client.get(reverse("process", args=[process.pk])).content.decode()


def test_one_who_writes_begins_a_case_of_the_process(people: CasePeople) -> None:
    process = ProcessFactory(authority=people.authority)
    page = page_of(process, people, "writer")
    assert BEGIN in page
    link = f"/gevinster/business-cases/ny/?proces={process.pk}"
    assert link in page
    client = Client()
    client.force_login(User.objects.get(pk=people.writer.user_id))
    form = client.get(link).content.decode().split('id="process-process"')[1]
    assert f'<option value="{process.pk}" selected>' in form


def test_one_who_reads_sees_the_cases_that_he_may_read_and_begins_none(people: CasePeople) -> None:
    process = ProcessFactory(authority=people.authority, visibility="public")
    assert 'id="cases"' not in page_of(process, people, "reader")
    case = actions.start_case_of_process(process_id=process.pk, by=people.writer)
    page = page_of(process, people, "reader")
    assert f'/gevinster/business-cases/{case.pk}/"' in page
    assert BEGIN not in page
