"""What the parts of a business case are called."""
