"""Why a file is not taken in: a stable code, and what it means in Danish and English."""

from __future__ import annotations

from types import MappingProxyType

CODES = MappingProxyType(
    {
        "file-too-large": (
            "Filen er for stor: højst {limit} MB.",
            "The file is too large: at most {limit} MB.",
        ),
        "archive-too-large": (
            "Pakket ud fylder arkivet for meget: højst {limit} MB.",
            "Unpacked, the archive is too large: at most {limit} MB.",
        ),
        "too-many-files": (
            "Der er for mange filer i arkivet: højst {limit}.",
            "There are too many files in the archive: at most {limit}.",
        ),
        "zip-bomb": (
            "Arkivet er pakket så tæt, at det kan være lavet til at gøre skade.",
            "The archive is packed so tightly that it may be made to do harm.",
        ),
        "nested-archive": (
            "Der er et arkiv inden i arkivet ({name}). Pak det ud først.",
            "There is an archive inside the archive ({name}). Unpack it first.",
        ),
        "encrypted": (
            "Arkivet er låst med en adgangskode.",
            "The archive is locked with a password.",
        ),
        "damaged": (
            "Arkivet er i stykker og kan ikke læses helt.",
            "The archive is damaged and cannot be read to its end.",
        ),
        "no-files": (
            "Der er ingen filer i arkivet.",
            "There are no files in the archive.",
        ),
        "not-supported": (
            "Arkivet er af en art, der ikke kan læses. Brug zip eller tar.",
            "The archive is of a kind that cannot be read. Use zip or tar.",
        ),
    }
)


class IntakeRefusal(Exception):
    """Nothing of the file is taken in. `code` is one of `CODES`."""

    def __init__(self, code: str, *, limit: int = 0, name: str = "") -> None:
        danish, english = CODES[code]
        self.message_da = danish.format(limit=limit, name=name)
        self.message_en = english.format(limit=limit, name=name)
        super().__init__(self.message_en)
        self.code = code
