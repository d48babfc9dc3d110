"""Control of invoices for medical certificates: read `README.md`, then `manifest.toml` and `rules/`."""
