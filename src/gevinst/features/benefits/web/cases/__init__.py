"""Pages of business cases: written, shown, compared, talked about."""
