"""Business cases for other systems."""
