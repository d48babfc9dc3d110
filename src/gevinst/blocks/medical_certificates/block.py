"""The block `medical_certificates`, as the entry point names it."""

from pathlib import Path

from gevinst.blocks.medical_certificates.certificates import as_written, certificate
from gevinst.blocks.medical_certificates.columns import of_document, of_line
from gevinst.engines.invoicing.block import InvoiceBlock
from gevinst.engines.invoicing.reading import Reading

OWN = Reading(certificate, of_line, of_document, as_written, kept=("case_number",))

block = InvoiceBlock(Path(__file__).parent, own=OWN)
