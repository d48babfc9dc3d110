"""publiccode.yml: `read_publiccode(content)` gives the process that a repository describes."""

from gevinst.engines.exchange.publiccode.reading import read_publiccode

__all__ = ["read_publiccode"]
