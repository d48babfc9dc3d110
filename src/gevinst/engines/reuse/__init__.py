"""Reuse between authorities: what is worth taking over, from whom, and what came of it."""
