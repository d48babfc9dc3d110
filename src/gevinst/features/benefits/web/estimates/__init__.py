"""The pages of the estimation assistant."""
