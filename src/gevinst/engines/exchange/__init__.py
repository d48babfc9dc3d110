"""Files of other catalogues and registers, read and written without a database."""
