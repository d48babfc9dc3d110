"""Processes as files."""
