"""The impact of a rule change in words."""

from __future__ import annotations

from collections.abc import Mapping

from gevinst.engines.blockkit.contract import Text

WHAT = {
    "register": ("Registeret {name} var ikke kendt", "The register {name} was not known"),
    "column": ("{name} blev ikke aflæst", "{name} was not read"),
    "parameter": ("Parameteren {name} var ikke sat", "The parameter {name} was not set"),
}
FOLLOWS = (
    "ved {count} afgørelser; regler, der bruger det, er uafgjorte.",
    "in {count} decisions; rules that use it are undecided.",
)


def sentence(versions: Mapping[str, tuple[str, str]], changed: int, decisions: int) -> Text:
    """What the change does, in one sentence; `versions` are those of the rules that differ.

    >>> print(sentence({"agreed-rate": ("3", "4")}, 37, 24_000).en)
    agreed-rate v4 changes 37 of 24,000 decisions
    """
    found, all_ = f"{changed:,}", f"{decisions:,}"
    return Text(
        f"{_who(versions, 'De nye regler')} ændrer {_danish(found)} af {_danish(all_)} afgørelser",
        f"{_who(versions, 'The new rules')} change{_s(versions)} {found} of {all_} decisions",
    )


def remark(what: str, name: str, count: int) -> Text:
    """What past decisions lack: a register, a column or a parameter that they were made without.

    >>> remark("register", "referrals", 1200).en
    'The register referrals was not known in 1,200 decisions; rules that use it are undecided.'
    """
    (da, en), (then_da, then_en) = WHAT[what], FOLLOWS
    return Text(
        f"{da.format(name=name)} {then_da.format(count=_danish(f'{count:,}'))}",
        f"{en.format(name=name)} {then_en.format(count=f'{count:,}')}",
    )


def _who(versions: Mapping[str, tuple[str, str]], several: str) -> str:
    """The rule with its new version, where one rule differs."""
    if len(versions) != 1:
        return several
    ((rule, (_, version)),) = versions.items()
    return f"{rule} v{version}" if version else rule


def _s(versions: Mapping[str, tuple[str, str]]) -> str:
    return "s" if len(versions) == 1 else ""


def _danish(number: str) -> str:
    return number.replace(",", ".")
