"""`NAME=VALUE` options."""

from __future__ import annotations


def pairs(given: tuple[str, ...]) -> dict[str, str]:
    """The values of `--parameter` by name. Raises ValueError for one without a sign of equality."""
    parts = [each.partition("=") for each in given]
    for name, sign, _ in parts:
        if not sign:
            raise ValueError(f"--parameter {name}: expected NAME=VALUE")
    return {name: value for name, _, value in parts}
