"""Processes as plain values, as a reader may see them."""

from gevinst.features.catalogue.queries.records.reading import CHUNK, Record, record, records

__all__ = ["CHUNK", "Record", "record", "records"]
