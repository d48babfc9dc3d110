"""Asking for help and offering it: post, answer, close."""

from gevinst.features.catalogue.actions.helping.posting import answer, close, post

__all__ = ["answer", "close", "post"]
