"""What is asked first: what changes, for whom, when."""

from __future__ import annotations

from django.utils.translation import gettext as _

from gevinst.features.benefits.web.cases.editing.fields import Fields, Section
from gevinst.features.benefits.web.cases.questions.rows import side_by_side


def ask_what(make: Fields) -> Section:
    """What is done differently."""
    return Section(
        _("What changes?"),
        _("What is done differently, so that a colleague elsewhere understands it."),
        [
            side_by_side(
                make.one("title", _("Title"), wide=True),
                make.one("summary", _("In two or three sentences"), "area", wide=True),
            )
        ],
    )


def ask_whom(make: Fields) -> Section:
    """Who will use it."""
    return Section(
        _("For whom?"),
        _("Only those who will use it belong in the case."),
        [
            side_by_side(
                make.one("field_of_work", _("Field of work"), hint=_("For example home care")),
                make.one("technology", _("Technology"), hint=_("For example a robot")),
            )
        ],
    )


def ask_when(make: Fields) -> Section:
    """First and last year, and from when it is in operation."""
    return Section(
        _("When?"),
        _(
            "The case runs from the first year of the project. Count at least three years of operation."
        ),
        [
            side_by_side(
                make.one("years.from", _("The project begins"), "year"),
                make.one("operation_from", _("In operation from"), "year"),
                make.one("years.to", _("The case ends with"), "year"),
            )
        ],
    )
