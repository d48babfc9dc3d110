"""What OS2autoproces writes where nobody answered: noughts that are no answers."""

from __future__ import annotations

from gevinst.engines.exchange.processes.draft import Draft

EFFORT = ("occurrences", "minutes", "employees", "automatable")


def settle(draft: Draft) -> None:
    """Noughts of time where nothing of it was stated, an unrated result, and undone development are empty.

    >>> draft = Draft("os2autoproces", "")
    >>> draft.values = {"occurrences": 0, "minutes": 0, "rating": 0}
    >>> settle(draft)
    >>> draft.values
    {'occurrences': None, 'minutes': None, 'rating': None}
    """
    values = draft.values
    stated = [name for name in EFFORT if values.get(name)]
    for name in EFFORT:
        # A share of nought is an answer where the rest was answered.
        if name in values and not values[name] and (name != "automatable" or not stated):
            values[name] = None
    if values.get("rating") == 0 and not values.get("rating_comment"):
        values["rating"] = None
    if values.get("development_hours") == 0:
        values["development_hours"] = None
