"""The register of benefits and what robots cost, as they are asked for."""
