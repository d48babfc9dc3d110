"""What is typed in fields, and what stands in them."""
