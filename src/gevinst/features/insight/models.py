"""Insight keeps nothing of its own: it reads the other rooms."""
