"""Pages of the register of benefits and of what robots cost."""
