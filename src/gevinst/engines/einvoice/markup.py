"""UBL elements as text: a leaf with its attributes, a group of elements, nothing for nothing."""

from __future__ import annotations

from decimal import Decimal


def leaf(name: str, value: object, **attributes: str) -> str:
    """`<cbc:name …>value</cbc:name>`, or "" where there is no value.

    >>> leaf("ID", "A & B", schemeID="GLN")
    '<cbc:ID schemeID="GLN">A &amp; B</cbc:ID>'
    """
    written = f"{value:f}" if isinstance(value, Decimal) else str(value)
    if not written:
        return ""
    given = "".join(f' {key}="{escaped(text)}"' for key, text in attributes.items())
    return f"<cbc:{name}{given}>{escaped(written)}</cbc:{name}>"


def group(name: str, *children: str) -> str:
    """`<cac:name>…</cac:name>`, or "" where all children are empty.

    >>> group("Country", leaf("IdentificationCode", "DK"))
    '<cac:Country><cbc:IdentificationCode>DK</cbc:IdentificationCode></cac:Country>'
    """
    inner = "".join(children)
    return f"<cac:{name}>{inner}</cac:{name}>" if inner else ""


def escaped(text: str) -> str:
    """The text with the characters that mean markup written as references; a carriage return survives parsing.

    >>> escaped('<"&">')
    '&lt;&quot;&amp;&quot;&gt;'
    """
    return text.translate(_REFERENCES)


_REFERENCES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\r": "&#13;"})
