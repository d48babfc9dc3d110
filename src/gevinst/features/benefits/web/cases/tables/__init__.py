"""The full tables of a business case."""
