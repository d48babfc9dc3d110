"""The official format rules of e-invoices, judged natively over many documents at once."""
