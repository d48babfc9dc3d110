"""How many processes each authority has: a few share most of them.

Source: at the end of 2023 the shared catalogue had 1,923 processes of 47 authorities; two of them held 47 %,
21 had fewer than ten.
"""

from __future__ import annotations

TWO_LARGEST = 0.47
LARGEST_OF_TWO = 0.56
SMALL_SHARE = 21 / 47
SMALL = 9
FEW = 5


def sizes(total: int, authorities: int) -> list[int]:
    """The number of processes of each authority, the largest first; they add up to `total`.

    >>> spread = sizes(2000, 47)
    >>> sum(spread), round(sum(spread[:2]) / 2000, 2), sum(size < 10 for size in spread)
    (2000, 0.47, 21)
    """
    if authorities < 1 or total < authorities:
        raise ValueError("at least one authority, and a process for each")
    if authorities < FEW or total < FEW * authorities:  # too few to be skewed
        return [total // authorities + (n < total % authorities) for n in range(authorities)]
    small = round(authorities * SMALL_SHARE)
    smallest = [1 + (n * 5 + 3) % SMALL for n in range(small)]
    if total < 10 * authorities:
        smallest = [1] * small
    large = int(total * TWO_LARGEST)
    first = round(large * LARGEST_OF_TWO)
    middle = authorities - 2 - small
    rest = total - large - sum(smallest)
    return sorted([first, large - first, *_falling(rest, middle), *smallest], reverse=True)


def _falling(total: int, number: int) -> list[int]:
    """Falling sizes of ten or more, as far as they reach."""
    least = min(10, total // number)
    weights = [1 / (n + 2) for n in range(number)]
    spare = total - least * number
    sizes = [least + int(spare * weight / sum(weights)) for weight in weights]
    sizes[0] += total - sum(sizes)
    return sizes
