"""Saved searches: kept by a person, and told about when something new is found."""
