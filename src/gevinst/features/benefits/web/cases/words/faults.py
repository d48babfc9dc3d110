"""What the case file says is wrong, in the language of the reader; else as the engine says it."""

from __future__ import annotations

import re

from gevinst.engines.businesscase.casefile.document import CaseFault
from gevinst.features.benefits.web.cases.words.faults_of_meaning import MEANT
from gevinst.features.benefits.web.cases.words.faults_of_writing import WRITTEN

_COMPILED = tuple((re.compile(pattern, re.DOTALL), words) for pattern, words in (*WRITTEN, *MEANT))


def fault_words(fault: CaseFault) -> str:
    """A fault in words."""
    for pattern, words in _COMPILED:
        found = pattern.fullmatch(fault.reason)
        if found:
            return str(words) % found.groupdict()
    return fault.reason
