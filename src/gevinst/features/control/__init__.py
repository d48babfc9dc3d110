"""Rule books and their changes, the evidence of decisions, and the decision log."""
