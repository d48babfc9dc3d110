"""Shared pieces of blocks that control invoices: read `README.md`, then `block.py`."""
