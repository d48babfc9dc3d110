"""Published cases read, filled in and put into words."""
