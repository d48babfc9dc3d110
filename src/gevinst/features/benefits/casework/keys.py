"""Keys of the things of a case file."""

from __future__ import annotations

import re

from gevinst.shared.danish import in_ascii

KEY_LENGTH = 60


def key_of(title: str, taken: set[str] | frozenset[str] = frozenset(), joint: str = "-") -> str:
    """A key of small letters for a title, other than those that are taken.

    >>> key_of("Årlig drift (ca.)", {"aarlig-drift-ca"})
    'aarlig-drift-ca-2'
    """
    words = re.sub(r"[^a-z0-9]+", joint, in_ascii(title).lower()).strip(joint)[:KEY_LENGTH]
    key = words if words[:1].isalpha() else joint.join(part for part in ("n", words) if part)
    wanted, count = key, 1
    while wanted in taken:
        count += 1
        wanted = f"{key}{joint}{count}"
    return wanted
