"""Filters for the templates of control."""
