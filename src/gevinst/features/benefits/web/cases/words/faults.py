"""What the case file says is wrong, in the language of the reader; else as the engine says it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from gevinst.engines.businesscase.casefile.document import CaseFault

WORDS: Sequence[tuple[str, Promise]] = (
    (r"expected a number, found (?P<found>.*)", _("Write a number. “%(found)s” is not one.")),
    (
        r"expected a whole number, found (?P<found>.*)",
        _("Write a whole number. “%(found)s” is not one."),
    ),
    (
        r"expected (?:(?:a number or )?(?:a text or )?keys with values|keys with values or a list), "
        r"found (?P<found>.*)",
        _("“%(found)s” cannot be read here."),
    ),
    (r"expected one of (?P<known>.*), found (?P<found>.*)", _("Choose one of: %(known)s.")),
    (r"(?P<what>.*) is missing here", _("This is missing: %(what)s.")),
    (r"(?P<what>.*) is not known here; .*", _("“%(what)s” is not known here.")),
    (r"expected at least (?P<least>\S+), found .*", _("At least %(least)s.")),
    (r"expected at most (?P<most>\S+), found .*", _("At most %(most)s.")),
    (
        r"(?P<found>.*) does not have the form .*",
        _("“%(found)s” cannot be used: small letters, digits and hyphens only, a letter first."),
    ),
    (r"'(?P<what>.*)' stands here twice", _("“%(what)s” stands here twice.")),
    (r"the id '(?P<what>.*)' stands here twice", _("Two things have the key “%(what)s”.")),
    (r"not YAML: (?P<what>.*)", _("This is not YAML: %(what)s.")),
    (r"expected a year from (?P<year>\d+) on", _("Choose %(year)s or later.")),
    (
        r"expected a year of (?P<first>\d+)-(?P<last>\d+)",
        _("Choose a year from %(first)s to %(last)s."),
    ),
    (
        r"expected exactly one of value, by_year and formula",
        _("Write a value, or values by year, or a formula: exactly one of them."),
    ),
    (r"the driver \S+ needs (?P<what>.*)", _("This is missing: %(what)s.")),
    (r"expected years in order, .*", _("The last year is before the first.")),
    (r"a cost that is .* needs the volume .*", _("Write the number that the cost follows.")),
    (r"a cost that goes in steps needs .*", _("Write how much a step takes.")),
    (
        r"the formula '(?P<what>.*)': column (?P<column>\d+): .*",
        _("The formula cannot be worked out at character %(column)s. Decimals have a point there."),
    ),
    (
        r"the formula '(?P<what>.*)': (?P<why>.*)",
        _("The formula cannot be worked out: %(why)s."),
    ),
    (
        r"expected both low and high, or neither",
        _("Write both the lowest and the highest, or neither of them."),
    ),
    (
        r"a value that is worked out varies .*",
        _("What is worked out has no lowest and highest of its own."),
    ),
    (
        r"expected low <= (?P<likely>\S+) <= high.*",
        _("The lowest must not be above the likely, nor the highest below it."),
    ),
    (
        r"there is no assumption '(?P<what>.*)'; there are: (?P<known>.*)",
        _("There is no assumption called “%(what)s”. There are: %(known)s."),
    ),
    (r"(?P<year>\d+) is outside (?P<years>.*)", _("%(year)s is outside the years %(years)s.")),
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
_COMPILED = tuple((re.compile(pattern, re.DOTALL), words) for pattern, words in WORDS)


def fault_words(fault: CaseFault) -> str:
    """A fault in words."""
    for pattern, words in _COMPILED:
        found = pattern.fullmatch(fault.reason)
        if found:
            return str(words) % found.groupdict()
    return fault.reason
