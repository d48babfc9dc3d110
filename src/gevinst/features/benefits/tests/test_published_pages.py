"""The pages of published cases, for guests: overview, filters, the case, its withdrawal, its files."""

from __future__ import annotations

import csv
import io
import json

import pytest
from django.test import Client
from django.urls import reverse

from gevinst.features.accounts.tests.factories import AuthorityFactory, UserFactory
from gevinst.features.benefits.actions.published import publish, withdraw_publication
from gevinst.features.benefits.models import BusinessCase
from gevinst.features.benefits.queries.published import finding
from gevinst.features.benefits.tests.published_example import IGA
from gevinst.features.benefits.tests.publishing import approved_case, process_owner, stored_case

pytestmark = pytest.mark.django_db
SLUG = "koebenhavn-iga"
FILES = {
    "case.pdf": (b"%PDF", "application/pdf"),
    "case.xlsx": (b"PK", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    "case.json": (b"{", "application/json"),
    "tal.csv": (b"\xef\xbb\xbf", "text/csv"),
    "aar.csv": (b"\xef\xbb\xbf", "text/csv"),
    "case.yaml": (b"case: 1", "application/yaml"),
}


@pytest.fixture(autouse=True)
def one_case_ships(monkeypatch: pytest.MonkeyPatch) -> None:
    """The engine ships the example and nothing else."""
    monkeypatch.setattr(finding, "shipped", lambda: {"c08_koebenhavn_iga": IGA})


def listing(**wanted: str) -> str:
    return Client().get(reverse("published-cases"), wanted).content.decode()


def case_page(client: Client | None = None) -> str:
    answer = (client or Client()).get(reverse("published-case", args=[SLUG]))
    assert answer.status_code == 200
    return answer.content.decode()


def fetched(kind: str, **headers: str) -> object:
    return Client(headers=headers).get(reverse("published-file", args=[SLUG, kind]))


def test_a_guest_sees_the_cases_with_score_and_key_figure() -> None:
    told = listing()
    assert reverse("published-case", args=[SLUG]) in told
    assert all(words in told for words in ("24 årsværk", "3 af 3, målt", "2 af 3, forventet"))
    assert "case-box-measured" in told
    assert "case-box-expected" in told


@pytest.mark.parametrize(
    ("wanted", "shown"),
    [
        ({"q": "brugerstyring"}, True),
        ({"q": "kat"}, False),
        ({"art": "digital", "effekt": "measured"}, True),
        ({"art": "physical"}, False),
        ({"sorter": "effect"}, True),
        ({"sorter": "noget andet"}, True),
    ],
)
def test_the_address_says_which_are_shown(wanted: dict[str, str], shown: bool) -> None:
    assert (reverse("published-case", args=[SLUG]) in listing(**wanted)) is shown


def test_the_page_has_the_eight_sections_and_both_readings() -> None:
    told = case_page()
    for section in ("score", "about", "gained", "economy", "takes", "technology", "start", "facts"):
        assert f'id="{section}"' in told
    assert all(words in told for words in ("57,9 %", "13,2 %", "Læsning A", "644.431 (2022)"))
    assert "Ledelsen bar det" in told


def test_each_figure_has_its_verdict_its_reason_and_its_source() -> None:
    told = case_page()
    for verdict in ("reproduced", "only_under_a_reading", "not_reproducible", "implied"):
        assert f"case-mark-{verdict}" in told
    assert "De trykte linjer giver 22." in told
    assert 'href="#kilde-ten-cases-1140"' in told
    assert 'id="kilde-ten-cases-1140"' in told
    assert "100*roi" in told


def test_the_findings_are_told_with_why_they_matter() -> None:
    told = case_page()
    assert "Myndighedens egen tid er udeladt" in told
    assert "Regn dem med" in told


def test_the_charts_have_their_numbers_behind_them() -> None:
    told = case_page()
    assert told.count('role="img"') == told.count('<details class="g-data"><summary>Tallene') == 4


def test_a_guest_takes_the_file_and_a_writer_gets_a_copy() -> None:
    assert reverse("published-file", args=[SLUG, "case.yaml"]) in case_page()
    authority = AuthorityFactory()
    writer = Client()
    writer.force_login(UserFactory(contributor_of=authority))
    where = reverse("published-recompute", args=[SLUG])
    assert where in case_page(writer)
    answer = writer.post(where, {"authority": authority.pk})
    made = BusinessCase.objects.get()
    assert answer["Location"] == reverse("business-case-edit", args=[made.pk])
    assert (made.started_from, made.authority) == ("shipped:koebenhavn-iga", authority)
    assert "fte_before" in made.text


def test_nobody_starts_a_copy_where_he_may_not_write() -> None:
    reader = Client()
    reader.force_login(UserFactory(reader_of=AuthorityFactory()))
    assert reader.post(reverse("published-recompute", args=[SLUG])).status_code == 403
    assert Client().post(reverse("published-recompute", args=[SLUG])).status_code == 302
    assert not BusinessCase.objects.exists()


@pytest.mark.parametrize("kind", FILES)
def test_a_guest_takes_every_file(kind: str) -> None:
    answer = fetched(kind)
    begins, media = FILES[kind]
    assert answer.status_code == 200
    assert answer.content.startswith(begins)
    assert answer["Content-Type"].startswith(media)
    assert answer["Content-Disposition"].startswith(f'attachment; filename="{SLUG}')
    assert "creativecommons.org" in answer["Link"]
    again = fetched(kind, **{"if-none-match": answer["ETag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_the_case_file_is_the_very_same() -> None:
    assert fetched("case.yaml").content.decode() == IGA


def test_a_kind_that_is_none() -> None:
    assert fetched("case.docx").status_code == 404
    assert Client().get(reverse("published-case", args=["ingen"])).status_code == 404


def test_the_open_data_follow_their_schema() -> None:
    from jsonschema import Draft202012Validator

    from gevinst.features.benefits.reporting.open_data import schema

    told = json.loads(fetched("case.json").content)
    Draft202012Validator.check_schema(schema())
    assert [error.message for error in Draft202012Validator(schema()).iter_errors(told)] == []
    assert [each["verdict"] for each in told["figures"]] == [
        "reproduced",
        "only_under_a_reading",
        "not_reproducible",
        "implied",
    ]
    assert told["results"][1]["roi"] == 0.132075471698113
    assert told["assumptions"][0]["source"]["line"] == 1140


def test_the_years_are_rows() -> None:
    text = fetched("aar.csv").content.decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text), delimiter=";"))
    assert len(rows) == 1 + 2 * 6
    assert rows[1][:3] == ["0", "2018", "15000000,00"]
    assert rows[1][7] == "-8000000,00"


def test_a_withdrawn_case_says_so_at_its_address() -> None:
    case = approved_case()
    by = process_owner(case.authority)
    publish(case=case, by=by)
    withdraw_publication(case=case, reason="Tallene var forkerte.", by=by)
    answer = Client().get(reverse("published-case", args=["iga"]))
    assert answer.status_code == 410
    assert "Tallene var forkerte." in answer.content.decode()
    assert Client().get(reverse("published-file", args=["iga", "case.pdf"])).status_code == 410
    writer = Client()
    writer.force_login(UserFactory(contributor_of=case.authority))
    assert writer.post(reverse("published-recompute", args=["iga"])).status_code == 404


def test_publishing_and_withdrawing_by_the_page() -> None:
    case = approved_case()
    owner, where = Client(), reverse("business-case-publish", args=[case.pk])
    owner.force_login(UserFactory(process_owner_of=case.authority))
    assert "Udgiv for alle" in owner.get(where).content.decode()
    answer = owner.post(where, {"do": "publish"})
    assert answer["Location"] == reverse("published-case", args=["iga"])
    assert "/cases/iga/" in owner.get(where).content.decode()
    told = owner.post(where, {"do": "withdraw", "reason": "Fejl"}).content.decode()
    assert "Trukket tilbage" in told
    writer = Client()
    writer.force_login(UserFactory(contributor_of=case.authority))
    assert writer.get(where).status_code == 403


def test_the_page_says_what_is_missing_and_that_a_draft_is_none() -> None:
    faulty = approved_case(IGA.replace("theme: anchoring", "theme: luck"))
    draft = stored_case(key="kladde", authority=faulty.authority)
    owner = Client()
    owner.force_login(UserFactory(process_owner_of=faulty.authority))
    told = owner.get(reverse("business-case-publish", args=[faulty.pk])).content.decode()
    assert "luck" in told
    assert "Udgiv for alle" not in told
    told = owner.get(reverse("business-case-publish", args=[draft.pk])).content.decode()
    assert "Kun en godkendt version" in told


@pytest.mark.parametrize(
    ("name", "begins"), [("business-case-memo", b"%PDF"), ("business-case-workbook", b"PK")]
)
def test_a_stored_case_as_files_for_those_who_may_read_it(name: str, begins: bytes) -> None:
    case = stored_case()
    reader, stranger = Client(), Client()
    reader.force_login(UserFactory(reader_of=case.authority))
    stranger.force_login(UserFactory(reader_of=AuthorityFactory()))
    where = reverse(name, args=[case.pk])
    answer = reader.get(where)
    assert answer.content.startswith(begins)
    assert 'filename="iga.' in answer["Content-Disposition"]
    assert stranger.get(where).status_code == 404
    assert Client().get(where).status_code == 302
    BusinessCase.objects.filter(pk=case.pk).update(text="case: 1")
    assert reader.get(where).status_code == 422
