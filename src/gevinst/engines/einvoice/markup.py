"""UBL elements as indented text: a leaf with its attributes, a group of elements, nothing for nothing."""

from __future__ import annotations

import re
from decimal import Decimal


def leaf(name: str, value: object, **attributes: str) -> str:
    r"""`<cbc:name …>value</cbc:name>`, or "" where there is no value.

    >>> leaf("ID", "A & B", schemeID="GLN")
    '<cbc:ID schemeID="GLN">A &amp; B</cbc:ID>\n'
    """
    written = f"{value:f}" if isinstance(value, Decimal) else str(value)
    if not written:
        return ""
    given = "".join(f' {key}="{escaped(text)}"' for key, text in attributes.items())
    return f"<cbc:{name}{given}>{escaped(written)}</cbc:{name}>\n"


def group(name: str, *children: str) -> str:
    r"""`<cac:name>…</cac:name>`, or "" where all children are empty.

    >>> group("Country", leaf("IdentificationCode", "DK"))
    '<cac:Country>\n  <cbc:IdentificationCode>DK</cbc:IdentificationCode>\n</cac:Country>\n'
    """
    inner = "".join(children)
    return f"<cac:{name}>{_indent(inner)}</cac:{name}>\n" if inner else ""


# A line that begins with "<" is markup: in a text it would be a reference.
_line_of_markup = re.compile(r"^(?= *<)", re.MULTILINE).sub


def _indent(inner: str) -> str:
    return "\n" + _line_of_markup("  ", inner)


def escaped(text: str) -> str:
    """The text with what means markup written as references; a carriage return survives parsing.

    >>> escaped('<"&">')
    '&lt;&quot;&amp;&quot;&gt;'
    """
    return text.translate(_REFERENCES)


_REFERENCES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\r": "&#13;"})
