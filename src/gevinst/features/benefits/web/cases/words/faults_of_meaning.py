"""What the case file says of what something means, in words: what does not hold together."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

MEANT: Sequence[tuple[str, Promise]] = (
    (
        r"there is no (?:line|party|reading) '(?P<what>.*)'; there are: (?P<known>.*)",
        _("There is none called “%(what)s”. There are: %(known)s."),
    ),
    (
        r"(?P<what>.*) is not a cost of scenario 0",
        _("“%(what)s” is not a cost without the solution."),
    ),
    (
        r"only a cost of scenario 1 continues another",
        _("Only a cost with the solution can carry another on."),
    ),
    (r"the shares sum to (?P<sum>.*), expected 1", _("The shares must be 100 % together.")),
    (
        r".*DKK in (?P<year>\d+): amounts are not negative",
        _("This comes to less than nothing in %(year)s. An amount cannot be below zero."),
    ),
    (
        r"what is certain is a cost .*",
        _("What is certain is a cost and not a risk. Write a probability below 1."),
    ),
    (
        r"a gain is a benefit .*",
        _("A gain is a benefit and not a risk. Write a consequence of 0 or more."),
    ),
    (
        r"expected weights of 0 or more, .*",
        _("Write a weight of 0 or more for each year, and above 0 for one of them."),
    ),
    (
        r"driver \S+: a normal spread needs .*",
        _("A normal distribution needs the likely value midway. Choose another shape."),
    ),
    (r"the file is longer than .*", _("The case file is too long.")),
)
