"""Words of benefits in templates."""
