"""What an import of processes says, in words."""
