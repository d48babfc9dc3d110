"""The answer to a document that was read: parties turned round, problems put where the profile has room."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from gevinst.engines.einvoice.model import Identifier, Invoice, Party
from gevinst.engines.einvoice.profiles import OIOUBL2
from gevinst.engines.einvoice_response.checks import PERSONAL_SCHEMES, is_icd
from gevinst.engines.einvoice_response.codes import Action, Reason, Status
from gevinst.engines.einvoice_response.model import (
    NO_IDENTIFIER,
    Answered,
    Clarification,
    Condition,
    LineResponse,
    Response,
    ResponseParty,
)
from gevinst.engines.einvoice_response.terms import PAYMENT, term_of


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong: on `line` ("" for the whole document), at `paths`, in words."""

    text: str
    line: str = ""
    paths: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the buyer says: a status, why, what to do, and what was found.

    `words` says the reason in a sentence, `text` is what a person wrote, "" for nothing.
    """

    status: Status
    reason: Reason
    action: Action
    words: str
    text: str = ""
    problems: tuple[Problem, ...] = ()
    effective: date | None = None


def answer(
    invoice: Invoice,
    verdict: Verdict,
    *,
    number: str,
    uuid: str,
    issued: datetime,
    process: Identifier = NO_IDENTIFIER,
    legal_id: str = "",
) -> Response:
    """The answer from the customer of the invoice to its supplier; `legal_id` is the customer's CVR number.

    What is wrong with the supplier's account or payment is not told.
    """
    bare = Response(
        profile=invoice.profile,
        number=number,
        uuid=uuid,
        issued=issued,
        status=verdict.status,
        answered=Answered(
            invoice.number,
            invoice.kind,
            invoice.type_code,
            invoice.issue_date,
            invoice.uuid,
            process,
        ),
        sender=_sender(invoice, legal_id),
        receiver=_party(invoice.supplier, invoice.profile),
    )
    told = [problem for problem in verdict.problems if not _about_payment(problem)]
    if invoice.profile == OIOUBL2:
        return _in_words(bare, verdict, told)
    return _in_codes(bare, verdict, told)


def _sender(invoice: Invoice, legal_id: str) -> ResponseParty:
    party = _party(invoice.customer, invoice.profile)
    if invoice.profile != OIOUBL2 or party.legal_id.value or not legal_id:
        return party
    return replace(party, legal_id=Identifier(f"DK{legal_id}", "DK:CVR"))


def _party(party: Party, profile: str) -> ResponseParty:
    legal = NO_IDENTIFIER if party.legal_id.scheme in PERSONAL_SCHEMES else party.legal_id
    return ResponseParty(
        name=party.legal_name or party.name,
        endpoint=party.endpoint,
        identifier=_identifier(party, profile),
        legal_id=legal,
        address=party.address,
    )


def _identifier(party: Party, profile: str) -> Identifier:
    """The first identifier that the network knows the kind of, and that is nobody's person number."""
    fine = (
        each
        for each in party.identifiers
        if each.value and each.scheme not in PERSONAL_SCHEMES and _known(each.scheme, profile)
    )
    return next(fine, NO_IDENTIFIER)


def _known(scheme: str, profile: str) -> bool:
    return bool(scheme) if profile == OIOUBL2 else is_icd(scheme)


def _about_payment(problem: Problem) -> bool:
    terms = {term_of(path) for path in problem.paths}
    return bool(terms & PAYMENT)


def _in_words(bare: Response, verdict: Verdict, told: Sequence[Problem]) -> Response:
    said = [verdict.words, verdict.text, *(each.text for each in told if not each.line)]
    lines: dict[str, list[str]] = {}
    for problem in told:
        if problem.line:
            lines.setdefault(problem.line, []).append(problem.text)
    return replace(
        bare,
        text=_sentences(said),
        lines=tuple(LineResponse(line, _sentences(texts)) for line, texts in lines.items()),
    )


def _in_codes(bare: Response, verdict: Verdict, told: Sequence[Problem]) -> Response:
    placed = [(problem, _terms(problem)) for problem in told]
    conditions = tuple(
        Condition(term, _with_line(problem)) for problem, terms in placed for term in terms
    )
    unplaced = [_with_line(problem) for problem, terms in placed if not terms]
    said = [verdict.text, *unplaced]
    if verdict.action is Action.OTHER:
        todo = Clarification(verdict.action, verdict.text or verdict.words)
    else:
        todo = Clarification(verdict.action)
    return replace(
        bare,
        text=_sentences(said),
        effective=verdict.effective,
        clarifications=(Clarification(verdict.reason, verdict.words, conditions), todo),
    )


def _terms(problem: Problem) -> list[str]:
    return sorted({term for path in problem.paths if (term := term_of(path))}, key=_number)


def _number(term: str) -> int:
    return int(term.removeprefix("BT-"))


def _with_line(problem: Problem) -> str:
    return f"{problem.line}: {problem.text}" if problem.line else problem.text


def _sentences(texts: Iterable[str]) -> str:
    """Each text once, as sentences."""
    once = dict.fromkeys(text.strip() for text in texts if text.strip())
    return " ".join(text if text.endswith((".", "!", "?", ":")) else f"{text}." for text in once)
