"""The passage of a text that answers a question best, with what fits marked; never markup."""

from __future__ import annotations

from gevinst.engines.retrieval.matched import fits
from gevinst.engines.retrieval.question import understood
from gevinst.engines.retrieval.words import composed, placed

Marks = list[tuple[int, int]]


def snippet(text: str, query: str, length: int = 160) -> list[tuple[str, bool]]:
    """The passage around the best matches as pieces, each with whether it is marked.

    >>> snippet("Vi har en fakturakontrol.", "kontrol")
    [('Vi har en ', False), ('fakturakontrol', True), ('.', False)]
    """
    text = " ".join(composed(text).split())
    words = understood(query).telling
    marks = [
        (start, end)
        for start, end, written in placed(text)
        if any(fits(word.stem, word.spelled, written) for word in words)
    ]
    begin, stop = _window(text, marks, length)
    return _pieces(text, [m for m in marks if begin <= m[0] and m[1] <= stop], begin, stop)


def _window(text: str, marks: Marks, length: int) -> tuple[int, int]:
    if len(text) <= length:
        return 0, len(text)
    best, begin = 0, 0
    for start, _ in marks:
        inside = len({text[a:b].lower() for a, b in marks if start <= a and b <= start + length})
        if inside > best:
            best, begin = inside, start
    begin = max(0, min(begin - length // 5, len(text) - length))
    begin = text.find(" ", begin) + 1 if begin and " " in text[begin : begin + 30] else begin
    stop = min(len(text), begin + length)
    cut = text.rfind(" ", begin, stop) if stop < len(text) else stop
    return begin, cut if cut > begin else stop


def _pieces(text: str, marks: Marks, begin: int, stop: int) -> list[tuple[str, bool]]:
    pieces = [("…", False)] if begin else []
    at = begin
    for start, end in marks:
        pieces += [(text[at:start], False), (text[start:end], True)]
        at = end
    pieces += [(text[at:stop], False), ("…" if stop < len(text) else "", False)]
    return [piece for piece in pieces if piece[0]]
