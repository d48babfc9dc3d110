"""An answer before it is written: who answers whom about which document, and what is said."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from gevinst.engines.einvoice.model import Address, Identifier
from gevinst.engines.einvoice_response.codes import Action, Reason, Status

NO_IDENTIFIER, NO_ADDRESS = Identifier(""), Address()


@dataclass(frozen=True, slots=True)
class ResponseParty:
    """Who sends, receives or issued the answer. `endpoint` is the electronic address in its network's form.

    `identifier` names the party, `legal_id` its registration; each "" where there is none.
    """

    name: str
    endpoint: Identifier = NO_IDENTIFIER
    identifier: Identifier = NO_IDENTIFIER
    legal_id: Identifier = NO_IDENTIFIER
    address: Address = NO_ADDRESS
    contact_name: str = ""
    phone: str = ""
    email: str = ""


@dataclass(frozen=True, slots=True)
class Condition:
    """A field that the answer is about: `attribute` is its business term (`BT-146`), `text` what of it."""

    attribute: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class Clarification:
    """One code that explains the status, in words too, and the fields that it is about."""

    code: Reason | Action
    text: str = ""
    conditions: tuple[Condition, ...] = ()


@dataclass(frozen=True, slots=True)
class LineResponse:
    """What is wrong with the line of that id."""

    line: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class Answered:
    """The document that is answered. `kind` is `invoice` or `credit-note`, `type_code` of UNCL 1001.

    `process` is the business process it states (its ProfileID, with the scheme of that).
    """

    number: str
    kind: str = "invoice"
    type_code: str = ""
    issue_date: date | None = None
    uuid: str = ""
    process: Identifier = NO_IDENTIFIER


@dataclass(frozen=True, slots=True)
class Response:
    """One answer to one document. `profile` is that of the document: `peppol-bis-3`, `oioubl-3`, `oioubl-2`.

    `number` is the answer's own; `uuid` is written in OIOUBL 2 only; `issued` is local time. `effective` is
    the day from which the status holds. `text` is said to a person.
    """

    profile: str
    number: str
    uuid: str
    issued: datetime
    status: Status
    answered: Answered
    sender: ResponseParty
    receiver: ResponseParty
    text: str = ""
    effective: date | None = None
    clarifications: tuple[Clarification, ...] = ()
    lines: tuple[LineResponse, ...] = ()
    issuer: ResponseParty | None = None
