"""What is wrong with a rule file, in Danish: the loader's own phrases, what is quoted left as it is."""

from __future__ import annotations

import re

QUOTED = re.compile(r"('[^']*'|`[^`]*`|\"[^\"]*\")")
# The longer phrase stands before the shorter that is a part of it.
PHRASES = {
    "expected an example with the outcome ok and one with another outcome": "der skal være et eksempel "
    "med udfaldet ok og et med et andet udfald",
    "expected at least one pair of columns that must be equal": "der skal være mindst ét par kolonner, "
    "der skal være ens",
    "expected at least one .yaml file": "der skal være mindst én .yaml-fil",
    "expected the last case to be": "det sidste tilfælde skal være",
    "expected periods that do not overlap": "perioderne må ikke overlappe",
    "expected another name": "vælg et andet navn",
    "expected the key": "nøglen mangler:",
    "expected one of": "ventede en af",
    "expected either": "ventede enten",
    "expected": "ventede",
    " on, found": " og frem, fandt",
    ", found": ", fandt",
    ", in ": ", i ",
    "a date as YYYY-MM-DD": "en dato som ÅÅÅÅ-MM-DD",
    "a name, number, date, text or sign": "et navn, et tal, en dato, en tekst eller et tegn",
    "a name, a number, a date or a text": "et navn, et tal, en dato eller en tekst",
    "a name of the form owner.attribute": "et navn af formen owner.attribute",
    "the end of the condition": "slutningen af betingelsen",
    "a column of the kind": "en kolonne af slagsen",
    "a number or a date": "et tal eller en dato",
    "a list or a mapping": "en liste eller en tabel med nøgler",
    "a day that exists": "en dag, der findes",
    "a whole number": "et helt tal",
    "an empty file": "en tom fil",
    "a condition": "en betingelse",
    "a mapping": "en tabel med nøgler",
    "an amount": "et beløb",
    "a number": "et tal",
    "one value": "én værdi",
    "a date from": "en dato fra",
    "a date": "en dato",
    "a text": "en tekst",
    "a list": "en liste",
    "nothing": "ingenting",
    "the end": "slutningen",
    "or more operands of": "eller flere led i",
    "operands of": "led i",
    "is unknown": "er ukendt",
    "unknown key": "ukendt nøgle",
    "stands here twice": "står her to gange",
    "stands twice with version": "står to gange med version",
    "is declared twice": "er erklæret to gange",
    "only an undecided case can wait": "kun et uafgjort tilfælde kan vente",
    "a placeholder is written": "en plads til en værdi skrives",
    "is none of": "er ingen af",
    "is taken": "er optaget",
    "is in force on": "gælder den",
    "first at": "første gang i",
    "of the rule": "af reglen",
    "the column": "kolonnen",
    "the form": "formen",
    "the fact": "faktaet",
    "the rule": "reglen",
    " with version": " sammen med version",
    " at ": " i ",
    " or ": " eller ",
    " and ": " og ",
}
PHRASE = re.compile("|".join(re.escape(phrase) for phrase in PHRASES))


def in_danish(message: str) -> str:
    """The reason of a `RuleFault` in Danish; the words of the YAML reader itself stay in English.

    >>> in_danish("expected one of ok, fail, found 'good'")
    "ventede en af ok, fail, fandt 'good'"
    """
    parts = QUOTED.split(message)
    # Every second part is quoted: names and texts of the file.
    parts[::2] = [PHRASE.sub(lambda found: PHRASES[found[0]], part) for part in parts[::2]]
    return "".join(parts)
