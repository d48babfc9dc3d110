"""Finding documents again: Danish analysis, one index, and the answers to what people ask."""
