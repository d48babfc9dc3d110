"""Recommendations from authorities that are like one."""
