"""The editor of a business case: what it asks, what was written, what it shows."""
