"""Estimates of a case's assumptions, goals and optimism."""
