"""Readiness, the benefit tree, the score and the published case: see README.md."""
