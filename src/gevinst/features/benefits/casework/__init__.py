"""What a business case is made of before it is worked out: its values by their place, and who may do what."""
