"""See README.md."""

from gevinst.engines.einvoice_response.answer import Problem, Verdict, answer
from gevinst.engines.einvoice_response.codes import Action, Reason, Status
from gevinst.engines.einvoice_response.model import (
    Answered,
    Clarification,
    Condition,
    LineResponse,
    Response,
    ResponseParty,
)
from gevinst.engines.einvoice_response.process import process_of
from gevinst.engines.einvoice_response.refusal import CODES, ResponseRefusal
from gevinst.engines.einvoice_response.terms import term_of
from gevinst.engines.einvoice_response.writer import respond

__all__ = [
    "CODES",
    "Action",
    "Answered",
    "Clarification",
    "Condition",
    "LineResponse",
    "Problem",
    "Reason",
    "Response",
    "ResponseParty",
    "ResponseRefusal",
    "Status",
    "Verdict",
    "answer",
    "process_of",
    "respond",
    "term_of",
]
