"""A subset of XPath 2.0, evaluated over the nodes of many documents at once (see README.md)."""
