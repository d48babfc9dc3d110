"""What is known of robots, runs, items and payments; nothing here writes."""
