"""The rules as tables: facts of a line, rows of a register, and what the rule says."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest

from gevinst.blocks.invoice_control.block import block
from gevinst.blocks.invoice_control.tests.conftest import (
    CPR,
    DRAFT,
    LINE,
    OTHER_CPR,
    SERVED,
    SUPPLIER,
    item,
    line,
    outcome,
    registers,
    rows,
)
from gevinst.engines.blockkit import Decided
from gevinst.engines.einvoice import Draft

Decide = Callable[..., Decided]
D = Decimal
DAY = timedelta(days=1)


def rate(amount: str, start: date = date(2026, 1, 1), end: date | None = None, **more: str) -> Any:
    keys = {"supplier": SUPPLIER, "code": "MR01", **more}
    return {**keys, "rate": D(amount), "valid_from": start, "valid_to": end}


@pytest.mark.parametrize(
    ("price", "agreements", "said", "words"),
    [
        ("1200.00", [rate("1200")], "ok", "Taksten er 1.200,00 kr., som aftalt fra 1. januar 2026."),
        ("1200.01", [rate("1200")], "fail", "1.200,01 kr. på regningen; aftalen siger 1.200,00 kr."),
        ("1199.99", [rate("1200")], "fail", "aftalen siger 1.200,00 kr. fra 1. januar 2026."),
        ("1200", [rate("1100", end=SERVED - DAY), rate("1200", SERVED)], "ok", "fra 15. oktober 2026"),
        ("1100", [rate("1100", end=SERVED - DAY), rate("1200", SERVED)], "fail", "siger 1.200,00 kr."),
        ("1100", [rate("1100", end=SERVED), rate("1200", SERVED + DAY)], "ok", "1.100,00 kr."),
        ("1200", [rate("1200", end=SERVED - DAY)], "fail", "Ingen takst for MR01 gælder den 15. oktober"),
        ("1200", [rate("1200", SERVED + DAY)], "fail", "nærmeste gælder 16. oktober 2026 til (mangler)"),
        ("1200", [rate("1200", code="MR02")], "fail", "ingen aftale med leverandøren om MR01"),
        ("1200", [rate("1200", supplier="99001003")], "fail", "ingen aftale med leverandøren"),
        ("1200", [], "fail", "ingen aftale med leverandøren"),
        ("1200", [rate("1200"), rate("1300")], "undecided", "2 forskellige takster for MR01"),
        ("1200", [rate("1200"), rate("1200", date(2026, 3, 1))], "ok", "1.200,00 kr."),
    ],
)  # fmt: skip
def test_agreed_rate(decide: Decide, price: str, agreements: Any, said: str, words: str) -> None:
    found = outcome(decide(line(price=D(price)), agreements=agreements), "agreed-rate")
    assert (found[0], words in found[1]) == (said, True), found[1]


def home(region: str, start: date | None = None, end: date | None = None, cpr: str = CPR) -> Any:
    return {"cpr": cpr, "region": region, "valid_from": start, "valid_to": end}


@pytest.mark.parametrize(
    ("population", "said", "words"),
    [
        ([home("1082", date(2020, 1, 1))], "ok", "Bopæl i region 1082 siden 1. januar 2020."),
        ([home("1082")], "ok", "Bopæl i region 1082"),
        ([home("1082", SERVED)], "ok", "siden 15. oktober 2026"),
        ([home("1082", None, SERVED)], "ok", "1082"),
        (
            [home("1082", SERVED + DAY)],
            "fail",
            "650270-xxxx har ingen registreret bopæl den 15. oktober",
        ),
        ([home("1082", None, SERVED - DAY)], "fail", "ingen registreret bopæl"),
        (
            [home("1084")],
            "fail",
            "650270-xxxx boede i region 1084 den 15. oktober 2026, ikke i 1082.",
        ),
        ([home("1082", None, SERVED - DAY), home("1084", SERVED)], "fail", "boede i region 1084"),
        ([home("1084", None, SERVED - DAY), home("1082", SERVED)], "ok", "1082"),
        ([home("1082", cpr=OTHER_CPR)], "undecided", "erstatningspersonnummeret 650270-xxxx"),
        ([home("1082"), home("1084")], "undecided", "2 forskellige bopæle"),
        ([home("1082"), home("1082", SERVED)], "ok", "1082"),
    ],
)
def test_residence(decide: Decide, population: Any, said: str, words: str) -> None:
    found = outcome(decide(population=population), "residence")
    assert (found[0], words in found[1]) == (said, True), found[1]


def sent(start: int, end: int, code: str = "MR01", cpr: str = CPR) -> Any:
    dates = {"valid_from": SERVED + DAY * start, "valid_to": SERVED + DAY * end}
    return {"cpr": cpr, "code": code, "referred_by": "Egen læge", **dates}


@pytest.mark.parametrize(
    ("referrals", "said", "words"),
    [
        ([sent(-10, 10)], "ok", "Henvist af Egen læge, gældende fra 5. oktober 2026."),
        ([sent(-10, 0)], "ok", "Egen læge"),
        ([sent(0, 10)], "ok", "Egen læge"),
        ([sent(-10, -1)], "fail", "den nærmeste gælder 5. oktober 2026 til 14. oktober 2026"),
        ([sent(1, 10)], "fail", "den nærmeste gælder 16. oktober 2026"),
        ([sent(-90, -60), sent(-5, 5), sent(8, 9)], "ok", "fra 10. oktober 2026"),
        ([sent(-5, 5), sent(-9, 9)], "ok", "Egen læge"),
        ([sent(-10, 10, code="MR02")], "fail", "ingen henvisning af 650270-xxxx til MR01"),
        ([sent(-10, 10, cpr=OTHER_CPR)], "fail", "ingen henvisning"),
        ([], "fail", "ingen henvisning"),
    ],
)
def test_referral(decide: Decide, referrals: Any, said: str, words: str) -> None:
    found = outcome(decide(referrals=referrals), "referral")
    assert (found[0], words in found[1]) == (said, True), found[1]


def done(days: int, **changed: str) -> Any:
    keys = {"cpr": CPR, "supplier": SUPPLIER, "code": "MR01", **changed}
    return {**keys, "performed_on": SERVED + DAY * days, "reported_at": SERVED + DAY * 9}


@pytest.mark.parametrize(
    ("quantity", "activity", "said", "words"),
    [
        (1, [done(0)], "ok", "Udført den 15. oktober 2026"),
        (1, [done(3)], "ok", "Udført den 18. oktober 2026"),
        (1, [done(-3)], "ok", "Udført den 12. oktober 2026"),
        (
            1,
            [done(4)],
            "fail",
            "den 19. oktober 2026, 4 dage fra ydelsesdatoen; højst 3 er tilladt",
        ),
        (1, [done(-4)], "fail", "den 11. oktober 2026, 4 dage fra"),
        (1, [done(6)], "fail", "6 dage fra"),
        (1, [done(7)], "undecided", "0 af 1 ydelser er indberettet"),
        (1, [done(-7), done(1)], "ok", "den 16. oktober"),
        (1, [], "undecided", "der kontrolleres igen"),
        (1, [done(0, code="MR02")], "undecided", "0 af 1 ydelser"),
        (1, [done(0, supplier="99001003")], "undecided", "0 af 1 ydelser"),
        (1, [done(0, cpr=OTHER_CPR)], "undecided", "0 af 1 ydelser"),
        (2, [done(0)], "undecided", "1 af 2 ydelser er indberettet"),
        (2, [done(0), done(1)], "ok", "Udført den 15. oktober"),
    ],
)
def test_activity(decide: Decide, quantity: int, activity: Any, said: str, words: str) -> None:
    found = outcome(decide(line(quantity=D(quantity)), activity=activity), "activity")
    assert (found[0], words in found[1]) == (said, True), found[1]


@pytest.mark.parametrize(
    ("quantity", "price", "amount", "said"),
    [
        ("1", "1200.00", None, "ok"),
        ("3", "33.335", "100.01", "ok"),
        ("3", "33.335", "100.00", "fail"),
        ("1", "1200.00", "1200.01", "fail"),
        ("1", "1200.00", "1200.99", "fail"),
        ("1", "1200.00", "1199.99", "fail"),
        ("0.5", "1200.01", "600.01", "ok"),
        ("0.3333333", "3000.00", "1000.00", "undecided"),
        ("-1", "1200.00", None, "undecided"),
    ],
)
def test_line_arithmetic(
    decide: Decide, quantity: str, price: str, amount: str | None, said: str
) -> None:
    draft = line(quantity=D(quantity), price=D(price), amount=None if amount is None else D(amount))
    assert outcome(decide(draft), "line-arithmetic")[0] == said


@pytest.mark.parametrize(
    ("draft", "rule", "said", "words"),
    [
        (DRAFT, "payable-invoice", "ok", "Det er en regning."),
        (replace(DRAFT, kind="credit-note"), "payable-invoice", "fail", "Det er en kreditnota."),
        (line(price=D(0)), "payable-invoice", "fail", "der er intet at udbetale"),
        (DRAFT, "buyer", "ok", "Modtageren er 5790001000011."),
        (replace(DRAFT, customer=replace(DRAFT.customer, gln="5790001000028")), "buyer", "fail",
         "Regningen er sendt til 5790001000028; vores nummer er 5790001000011."),
        (replace(DRAFT, customer=replace(DRAFT.customer, gln="")), "buyer", "undecided",
         "Modtagerens GLN mangler"),
        (line(tax_percent=D(25)), "nothing-added", "fail", "ændrer prisen med 300,00 kr."),
        (DRAFT, "nothing-added", "ok", "intet lagt til"),
        (DRAFT, "document-sums", "ok", "Summerne stemmer: 1.200,00 kr. til betaling."),
        (DRAFT, "one-person", "ok", "Personen er 650270-xxxx."),
        (line(note=""), "one-person", "undecided", "Der står intet personnummer."),
        (line(note="650270-1234 og 710380-1234"), "one-person", "undecided",
         "Der står 2 forskellige personnumre."),
        (line(note="650270-1234 og 6502701234"), "one-person", "ok", "650270-xxxx"),
        (DRAFT, "service", "ok", "MR01 den 15. oktober 2026."),
        (line(service_date=None), "service", "undecided", "ikke én bestemt ydelsesdato for MR01"),
        (line(seller_item_id=""), "service", "undecided", "Ydelseskoden mangler."),
        (replace(DRAFT, currency="EUR"), "agreed-rate", "undecided", "Prisen er i EUR"),
    ],
)  # fmt: skip
def test_what_the_document_says(
    decide: Decide, draft: Draft, rule: str, said: str, words: str
) -> None:
    found = outcome(decide(draft), rule)
    assert (found[0], words in found[1]) == (said, True), found[1]


@pytest.mark.parametrize("rule", ["residence", "referral", "activity"])
def test_without_a_person_what_is_about_the_person_is_undecided(decide: Decide, rule: str) -> None:
    said, words = outcome(decide(line(note="")), rule)
    assert (said, "mangler" in words) == ("undecided", True)


@pytest.mark.parametrize(
    ("history", "said"),
    [
        ([], "ok"),
        ([{"key": f"{SUPPLIER}|F-1001", "reference": "another"}], "fail"),
        ([{"key": f"{SUPPLIER}|F-1001", "reference": "own"}], "ok"),
        ([{"key": f"{SUPPLIER}|F-1002", "reference": "another"}], "ok"),
        ([{"key": "99001003|F-1001", "reference": "another"}], "ok"),
    ],
)
def test_duplicates_in_the_history(decide: Decide, history: Any, said: str) -> None:
    own = item().reference
    given = [{**row, "reference": row["reference"].replace("own", own)} for row in history]
    assert outcome(decide(history=given), "duplicate")[0] == said


def test_the_later_of_two_in_a_batch_is_the_duplicate(robot: Any) -> None:
    later = replace(DRAFT, due_date=date(2026, 12, 1))
    other = replace(DRAFT, number="F-1002")
    batch = [item(DRAFT), item(other), item(later)]
    decided = robot.decide(batch, registers(rows()), date(2026, 11, 2), {})
    assert [outcome(each, "duplicate")[0] for each in decided] == ["ok", "ok", "fail"]
    assert batch[0].reference in outcome(decided[2], "duplicate")[1]


def test_any_recipient_is_allowed_where_none_is_set(robot: Any) -> None:
    stranger = replace(DRAFT, customer=replace(DRAFT.customer, gln="5790001000028"))
    (decided,) = robot.decide(
        [item(stranger)], registers(rows()), date(2026, 11, 2), {"buyer_gln": ""}
    )
    assert outcome(decided, "buyer") == ("ok", "Alle modtagere er tilladt.")


def test_every_rule_is_asked_of_every_line(decide: Decide) -> None:
    second = replace(LINE, id="2", note="CPR 710380-1234", price=D(1))
    decided = decide(replace(DRAFT, lines=(LINE, second)))
    asked = sorted((each.rule, each.line) for each in decided.findings)
    book = block.rules
    rules = [rule.id for rule in book.rules if rule.subject == "line"]
    about = [rule.id for rule in book.rules if rule.subject == "document"]
    assert (len(rules), len(about)) == (13, 18)
    assert asked == sorted(
        [(each, n) for each in rules for n in "12"] + [(each, "") for each in about]
    )
