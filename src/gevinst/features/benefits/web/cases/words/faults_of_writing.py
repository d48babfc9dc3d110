"""What the case file says of how something is written, in words: another kind of value, an unknown key."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

WRITTEN: Sequence[tuple[str, Promise]] = (
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
)
