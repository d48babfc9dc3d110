"""Pages and files of published cases."""
