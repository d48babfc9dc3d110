"""The guided questions of a business case."""
