"""UBL elements as text, one a line and indented: a leaf with its attributes, a group of elements, nothing for nothing."""

from __future__ import annotations

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
    # A "<" right after a line break is markup: in a text it would be a reference.
    indented = inner.replace("\n<", "\n  <")
    return f"<cac:{name}>\n  {indented}</cac:{name}>\n" if inner else ""


def escaped(text: str) -> str:
    """The text with what means markup written as references; a carriage return survives parsing.

    >>> escaped('<"&">')
    '&lt;&quot;&amp;&quot;&gt;'
    """
    return text.translate(_REFERENCES)


_REFERENCES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\r": "&#13;"})
