"""The reasons that a clerk chooses between; `other` always asks for words."""

from __future__ import annotations

from django.db.models import TextChoices
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from gevinst.shared.errors import DomainError


class ApproveReason(TextChoices):
    """Why an item is approved although the control did not."""

    REGISTER_LATE = "register-late", gettext_lazy("The register was not up to date")
    AGREED = "agreed", gettext_lazy("Agreed with the supplier")
    JUDGED = "judged", gettext_lazy("Judged correct after looking into it")
    CONTROL_WRONG = "control-wrong", gettext_lazy("The control is mistaken")
    OTHER = "other", gettext_lazy("Other (write why)")


class ReturnReason(TextChoices):
    """Why an item goes back to the supplier."""

    RATE = "rate", gettext_lazy("The price is not the agreed one")
    NOT_OURS = "not-ours", gettext_lazy("The person does not live in our area")
    NO_REFERRAL = "no-referral", gettext_lazy("There is no valid referral")
    DUPLICATE = "duplicate", gettext_lazy("It was sent before")
    MISSING = "missing", gettext_lazy("Something is missing on it")
    UNREADABLE = "unreadable", gettext_lazy("The document cannot be read")
    OTHER = "other", gettext_lazy("Other (write why)")


class Refusal(TextChoices):
    """Why a document is not an item; a block may have codes beside these."""

    NOT_XML = "not-xml", gettext_lazy("Not a readable file")
    DOCTYPE = "doctype", gettext_lazy("Holds what may be harmful")
    NOT_AN_INVOICE = "not-an-invoice", gettext_lazy("Not an invoice")
    UNKNOWN_PROFILE = "unknown-profile", gettext_lazy("Unknown format")
    TOTALS_DIFFER = "totals-differ", gettext_lazy("The sums do not agree")
    TOO_LARGE = "too-large", gettext_lazy("Too large")
    TOO_DEEP = "too-deep", gettext_lazy("Too deeply nested")
    MISSING_FIELD = "missing-field", gettext_lazy("Something needed is missing")
    BAD_ENCODING = "bad-encoding", gettext_lazy("Letters that cannot be read")
    EMPTY = "empty", gettext_lazy("Empty")
    TOO_MANY_ELEMENTS = "too-many-elements", gettext_lazy("Too large")
    BAD_VALUE = "bad-value", gettext_lazy("A value cannot be understood")
    REFERENCE_TAKEN = "reference-taken", gettext_lazy("The same reference twice")


def check(choices: type[TextChoices], reason: str, text: str) -> None:
    """Raises `DomainError("invalid")` where there is no known reason, or `other` without words."""
    if reason not in choices.values:
        raise DomainError("invalid", _("Choose a reason."), field="reason")
    if reason == "other" and not text.strip():
        raise DomainError("invalid", _("Write the reason in words."), field="text")


def label(reason: str) -> str:
    """The reason in the user's language; as it stands where it is not a clerk's."""
    for choices in (ApproveReason, ReturnReason, Refusal):
        if reason in choices.values:
            return str(choices(reason).label)
    return reason
