"""Person numbers that are nobody's: replacement numbers, the day of birth plus sixty."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random


def person_numbers(random: Random) -> Iterator[str]:
    """Different CPR numbers without end, each with a day from 61 to 88."""
    given: set[str] = set()
    while True:
        day, month = random.randint(61, 88), random.randint(1, 12)
        number = f"{day}{month:02d}{random.randint(0, 99):02d}{random.randint(0, 9999):04d}"
        if number not in given:
            given.add(number)
            yield number
