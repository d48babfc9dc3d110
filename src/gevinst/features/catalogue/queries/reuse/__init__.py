"""What is asked of reuse; each subject has a module of its own here."""
