"""The readiness check of a case: an answer, a theme left out."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from gevinst.engines.businesscase.readiness.answers import IN_PLACE
from gevinst.engines.businesscase.readiness.answers_file import read_answers
from gevinst.engines.businesscase.readiness.themes import themes
from gevinst.features.benefits.actions.following.part_writing import part_of, write_part
from gevinst.features.benefits.casework.paths import Data
from gevinst.features.benefits.models import BusinessCase
from gevinst.shared.actor import Actor
from gevinst.shared.errors import DomainError


def answer_readiness(
    *, case: BusinessCase, question: str, answer: int | None, was: int | None, by: Actor
) -> BusinessCase:
    """The case with a question answered 0, 1 or 2; None takes the answer away.

    `was` is the answer that was shown: where a colleague has given another meanwhile, nothing is written.
    Raises `DomainError`: "invalid", "conflict", and as `write_part`.
    """
    _known(question, {one.code for theme in themes() for one in theme.questions})
    if answer is not None and answer not in range(IN_PLACE + 1):
        raise DomainError("invalid", _("Choose one of the answers."), field=question)

    def change(data: Data) -> None:
        held = part_of(data, "readiness")
        now = read_answers(held).answers.get(question)
        if now != was:
            message = _("A colleague has answered this meanwhile. Look at it, and answer again.")
            raise DomainError("conflict", message, field=question)
        _put(held, question, answer)

    return write_part(case=case, change=change, by=by)


def leave_out_theme(*, case: BusinessCase, theme: str, left_out: bool, by: Actor) -> BusinessCase:
    """The case with an optional theme left out as not relevant, or taken up again; its answers stay.

    Raises `DomainError`: "invalid", and as `write_part`.
    """
    _known(theme, {one.code for one in themes() if one.optional})

    def change(data: Data) -> None:
        held = part_of(data, "readiness")
        held.pop(theme, None)
        if left_out:
            held[theme] = None

    return write_part(case=case, change=change, by=by)


def _known(code: str, codes: set[str]) -> None:
    if code not in codes:
        raise DomainError("invalid", _("There is no such question."), field=code)


def _put(held: Data, key: str, value: int | None) -> None:
    if value is None:
        held.pop(key, None)
    else:
        held[key] = value
