"""What a business case comes to, as pages show it."""
