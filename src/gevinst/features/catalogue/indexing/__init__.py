"""The search index of the catalogue: made, kept up to date, and who may find what in it."""
