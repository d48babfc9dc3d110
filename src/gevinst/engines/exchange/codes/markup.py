"""XML from outside, read without anything that could reach out or blow up."""

from __future__ import annotations

from lxml import etree

from gevinst.engines.exchange.faults import UnreadableFile


def root_of(content: bytes) -> etree._Element:
    """The root element. Raises `UnreadableFile` with the line of the first mistake."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        return etree.fromstring(content, parser)
    except etree.XMLSyntaxError as fault:
        told = f"The file is not sound XML: {fault.msg}"
        raise UnreadableFile("not-xml", told, line=fault.lineno or 0) from fault


def local(element: etree._Element) -> str:
    """The element's name without its namespace; "" for a comment."""
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def child(element: etree._Element, *names: str) -> etree._Element | None:
    """The first descendant along the path of names, whatever the namespaces."""
    for name in names:
        found = next((each for each in element if local(each) == name), None)
        if found is None:
            return None
        element = found
    return element


def text_at(element: etree._Element, *names: str) -> str:
    """The whole text below the path, its blanks made one; "" when nothing stands there."""
    found = child(element, *names)
    return "" if found is None else inner_text(found)


def inner_text(element: etree._Element) -> str:
    """All text within, its blanks made one."""
    return " ".join(" ".join(str(part) for part in element.itertext()).split())


def line_of(element: etree._Element) -> int:
    """The line on which the element begins."""
    return int(getattr(element, "sourceline", 0) or 0)
