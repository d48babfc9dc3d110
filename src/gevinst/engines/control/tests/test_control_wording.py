"""Conditions, look-ups and rules in words."""

from dataclasses import replace

import pytest

from gevinst.engines.blockkit.contract import Manifest, Outcome, Parameter, RegisterSpec, Text
from gevinst.engines.control import load_rulebook
from gevinst.engines.control.examples import UNKNOWN
from gevinst.engines.control.explain import Explanation, explain
from gevinst.engines.control.grammar import parse
from gevinst.engines.control.lookups import lookup
from gevinst.engines.control.tests.conftest import FACTS, PARAMETERS, REGISTERS, SUBJECTS, rule
from gevinst.engines.control.titles import Titles
from gevinst.engines.control.trial import try_examples
from gevinst.engines.control.wording import Speaker

WORDS = """
words:
  loan.price: {da: prisen, en: the price}
  loan.on: {da: Dagen, en: The day}
  fee: {da: takst, en: rate}
  fee.rate: {da: den aftalte takst, en: the agreed rate}
"""
MORE = """
  near:
    subject: loan
    register: fees
    match: {kind: kind}
    where: row.rate > loan.price and parameter.days > 1
    totals: [rate]
    title: {da: Nær takst, en: Near rate}
    words: {start: {da: første dag, en: the first day}}
"""
SUBJECT = SUBJECTS.replace("kind: str,", "kind: {kind: str, da: Art, en: Kind},")
RULE = rule(
    ("fee.rate == loan.price", "ok"),
    ("near.matches == 0 and event.matches > 0", "undecided"),
    ("", "fail"),
)
BOOK = load_rulebook(
    {
        "a.yaml": SUBJECT
        + FACTS
        + MORE
        + RULE.replace("da: m,", "da: 'Pris {loan.price|money}!',")
        + WORDS
    },
    REGISTERS,
    PARAMETERS,
)
NO = Text("", "")
MANIFEST = Manifest(
    "b", NO, NO, "1", "", (), (), (),
    (RegisterSpec("fees", Text("Gebyrer", "Fees"), REGISTERS["fees"], titles={
        "kind": Text("Art", "Kind"), "rate": Text("Takst", "Rate"), "start": Text("Fra", "From")}),),
    (Parameter("days", Text("Dage", "Days"), "int", "3"),),
    {"desk": Text("Skranken", "The desk")}, 0, 0, NO,
)  # fmt: skip
TITLES = Titles(BOOK, MANIFEST)
SPEAKER = Speaker(TITLES.of, TITLES.fact, BOOK.facts, BOOK.readable("loan"))

SAID = [
    ("loan.price == fee.rate", "prisen er lig med den aftalte takst",
     "the price equals the agreed rate"),
    ("loan.price != 2.50", "prisen er ikke lig med 2,5", "the price does not equal 2.5"),
    ("loan.price < 1234", "prisen er mindre end 1.234", "the price is less than 1,234"),
    ("loan.count >= parameter.days", "count er mindst dage", "count is at least days"),
    ("loan.count <= parameter.limit", "count er højst limit", "count is at most limit"),
    ("loan.on < 2026-01-31", "dagen er før 31. januar 2026", "the day is before 31 January 2026"),
    ("loan.on >= add_days(loan.on, 3)", "dagen er tidligst dagen plus 3 dage",
     "the day is the day plus 3 days at the earliest"),
    ("loan.kind == 'DKK'", "art er lig med »DKK«", "kind equals “DKK”"),
    ("loan.kind == ''", "art er tom", "kind is empty"),
    ("loan.kind != ''", "art er ikke tom", "kind is not empty"),
    ("loan.kind is missing", "art mangler", "kind is missing"),
    ("loan.kind is present", "art er angivet", "kind is stated"),
    ("fee.rate is missing", "den aftalte takst mangler eller er flertydig",
     "the agreed rate is missing or ambiguous"),
    ("fee.distance is missing", "antal dage til nærmeste takst mangler",
     "the number of days to the nearest rate is missing"),
    ("loan.kind in ('a', 'b')", "art er en af: »a«, »b«", "kind is one of: “a”, “b”"),
    ("loan.kind not in ('a', 'b')", "art er ingen af: »a«, »b«", "kind is none of: “a”, “b”"),
    ("loan.count between 1 and 3", "count ligger fra 1 til 3", "count lies from 1 to 3"),
    ("not loan.count == 1", "det gælder ikke, at count er lig med 1",
     "it is not so that count equals 1"),
    ("not (loan.count == 1 or loan.price > 2)",
     "det gælder ikke, at (count er lig med 1, eller prisen er større end 2)",
     "it is not so that (count equals 1, or the price is more than 2)"),
    ("(loan.count == 1 or loan.price > 2) and loan.count < 3",
     "(count er lig med 1, eller prisen er større end 2), og count er mindre end 3",
     "(count equals 1, or the price is more than 2), and count is less than 3"),
    ("(loan.count + 1) * 2 == -loan.count", "(count plus 1) gange 2 er lig med minus count",
     "(count plus 1) times 2 equals minus count"),
    ("abs(loan.price - 1) > 2", "størrelsen af (prisen minus 1) er større end 2",
     "the size of (the price minus 1) is more than 2"),
    ("max(loan.price, 1, 2) == 1", "den største af (prisen; 1; 2) er lig med 1",
     "the greatest of (the price; 1; 2) equals 1"),
    ("length(loan.kind) == 8", "antal tegn i art er lig med 8",
     "the number of characters in kind equals 8"),
    ("fee.matches == 0", "der er ingen takst", "there is no rate"),
    ("fee.matches > 0", "der er takst", "there is rate"),
    ("fee.matches > 1", "antallet af takst er større end 1", "the number of rate is more than 1"),
    ("fee.known == 0", "der er ingen takst, heller ikke på andre datoer",
     "there is no rate, nor on any other date"),
    ("fee.known == 1", "der er takst, måske på en anden dato", "there is rate, perhaps on another date"),
    ("near.known < 1", "der er ingen nær takst", "there is no near rate"),
    ("near.matches == loan.count", "antallet af nær takst er lig med count",
     "the number of near rate equals count"),
    ("near.start is present", "første dag er angivet", "the first day is stated"),
    ("near.sum_rate > 1", "summen af takst for nær takst er større end 1",
     "the sum of rate of near rate is more than 1"),
    ("event.matches == 0", "der er ingen event", "there is no event"),
]  # fmt: skip


@pytest.mark.parametrize(("condition", "da", "en"), SAID, ids=[each[0] for each in SAID])
def test_a_condition_is_said_in_words(condition: str, da: str, en: str) -> None:
    assert SPEAKER.say(parse(condition)) == Text(da, en)


LOOKUPS = [
    ("fee", "Slår op i »Gebyrer«, hvor rækkens art er lig med art og dagen ligger fra rækkens fra til end."),
    ("event", "Slår op i »events«, hvor rækkens kind er lig med art og rækkens on er dagen, "
              "eller højst så mange dage derfra: dage."),
    ("seen", "Slår op i »history«, hvor rækkens key er lig med key og rækkens reference er en anden."),
    ("before", "Slår op i »loan«, hvor rækkens key er lig med key og rækkens position kommer før."),
    ("near", "Slår op i »Gebyrer«, hvor rækkens art er lig med art og rækkens takst er større end prisen, "
             "og dage er større end 1."),
]  # fmt: skip


@pytest.mark.parametrize(("fact", "said"), LOOKUPS)
def test_a_look_up_is_said_in_words(fact: str, said: str) -> None:
    assert lookup(BOOK.facts[fact], BOOK, TITLES).sentence.da == said


def test_three_conditions_of_a_look_up_are_a_list() -> None:
    fact = replace(BOOK.facts["before"], match={"key": "key", "kind": "kind"})
    assert lookup(fact, BOOK, TITLES).sentence.en == (
        "Looks in “loan” where the row's key equals key, the row's kind equals kind"
        " and the row's position comes before."
    )


@pytest.fixture(scope="module")
def told() -> Explanation:
    """The rule explained, its examples run."""
    (only,) = BOOK.rules
    return explain(only, BOOK, MANIFEST, try_examples(BOOK))


def test_cases_are_told_in_order_and_last_what_is_unknown(told: Explanation) -> None:
    assert [(each.number, each.condition.da, each.outcome) for each in told.cases] == [
        (1, "den aftalte takst er lig med prisen", Outcome.OK),
        (2, "der er ingen nær takst, og der er event", Outcome.UNDECIDED),
        (3, "i alle andre tilfælde", Outcome.FAIL),
        (0, "noget af det, reglen læser, mangler eller er flertydigt", Outcome.UNDECIDED),
    ]
    assert told.cases[0].message == Text("Pris [prisen]!", "m")


def test_what_the_rule_looks_up_and_where_it_refers_is_told(told: Explanation) -> None:
    assert [each.name for each in told.facts] == ["fee", "near", "event"]
    assert (told.queue_title, told.versions, told.place.split(":")[0]) == (
        Text("Skranken", "The desk"), ("1",), "a.yaml",
    )  # fmt: skip


def test_an_example_is_told_with_its_values_and_what_was_found() -> None:
    given = "given: {loan.price: 12, loan.on: 2026-01-31, loan.kind: a}, outcome: undecided, case: unknown"
    text = SUBJECT + FACTS + MORE + RULE.replace("given: {}, outcome: undecided", given) + WORDS
    book = load_rulebook({"a.yaml": text}, REGISTERS, PARAMETERS)
    (only,) = book.rules
    example = explain(only, book, MANIFEST, try_examples(book)).examples[1]
    assert example.given == (
        (Text("prisen", "the price"), Text("12", "12")),
        (Text("dagen", "the day"), Text("31. januar 2026", "31 January 2026")),
        (Text("art", "kind"), Text("a", "a")),
    )
    assert (example.expected, example.case) == (Outcome.UNDECIDED, 0)
    assert example.tried is not None
    assert (example.tried.found, example.tried.holds) == (UNKNOWN, True)


def test_without_running_them_only_what_is_expected_is_told() -> None:
    (only,) = BOOK.rules
    told = explain(only, BOOK, replace(MANIFEST, queues={}))
    assert [(each.expected, each.case, each.tried) for each in told.examples] == [
        (Outcome.OK, None, None), (Outcome.UNDECIDED, None, None),
    ]  # fmt: skip
    assert told.queue_title == Text("desk", "desk")
