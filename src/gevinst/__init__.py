"""Gevinst: find, justify, build, run and prove automations, and share them."""

__version__ = "0.1.0"
