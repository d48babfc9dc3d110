"""What may hide in a PDF: programs attached to it, and actions that start one.

Source: ISO 32000-1, 7.11.4 (embedded files), 12.6.4.5 (launch actions).
"""

from __future__ import annotations

from io import BytesIO

from pypdf import PdfReader

from gevinst.engines.filetext.kinds import NEVER, extension
from gevinst.engines.filetext.refusal import Code, Refusal


def pdf_refusal(content: bytes) -> Refusal | None:
    """Why a PDF may not be kept; None also for one that is locked or damaged: nothing can be seen in it."""
    try:
        reader = PdfReader(BytesIO(content))
        attached = [str(each.name) for each in reader.attachment_list]
        opens = reader.root_object.get("/OpenAction")
        starts = opens.get_object() if opens is not None else None
    except Exception:  # the reader raises whatever a broken file makes it raise
        return Refusal(Code.EXECUTABLE) if b"/Launch" in content else None
    if isinstance(starts, dict) and starts.get("/S") == "/Launch":
        return Refusal(Code.EXECUTABLE)
    hidden = [name for name in attached if extension(name) in NEVER]
    return Refusal(Code.EMBEDDED, hidden[0]) if hidden else None
