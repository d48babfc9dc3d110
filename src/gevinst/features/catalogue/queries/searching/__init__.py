"""A search of the catalogue answered, for pages, the API, saved searches and files."""
