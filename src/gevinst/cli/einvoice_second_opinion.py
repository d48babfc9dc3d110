"""`gevinst einvoice check --schematron`: official files of the user's own beside our rules."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from gevinst.cli.language import spoken

if TYPE_CHECKING:
    from gevinst.engines.conformance.judge import DocumentJudgement
    from gevinst.engines.conformance.second_opinion import Comparison, SecondOpinion
    from gevinst.engines.einvoice import Refusal

option = click.option(
    "--schematron",
    "official",
    metavar="FILE-OR-FOLDER",
    type=click.Path(exists=True, path_type=Path),
    multiple=True,
    help="Official files of your own (.sch, .xsl, .xslt): a second opinion, and where it differs.",
)


def second_opinion(paths: tuple[Path, ...]) -> SecondOpinion | None:
    """The files made ready; None where none are named. Raises `click.UsageError`."""
    if not paths:
        return None
    from platformdirs import user_cache_path

    from gevinst.engines.conformance.schematron import SchematronFault
    from gevinst.engines.conformance.second_opinion import SaxonMissing, SecondOpinion

    try:
        return SecondOpinion(paths, user_cache_path("gevinst") / "schematron")
    except SaxonMissing as missing:
        raise click.UsageError(
            spoken(
                f"--schematron bruger Saxon, som er en tilføjelse. Installer den: {missing}",
                f"--schematron uses Saxon, which is an extra. Install it: {missing}",
            )
        ) from missing
    except SchematronFault as fault:
        raise click.UsageError(
            spoken(f"Kan ikke bruge valideringsfilen: {fault}", f"Cannot use the file: {fault}")
        ) from fault


def compared(
    second: SecondOpinion | None, content: bytes | Refusal, judgement: DocumentJudgement
) -> Comparison | None:
    """How the second opinion differs; None where none was asked for or there is nothing to read."""
    if second is None or not isinstance(content, bytes):
        return None
    return second.compared(content, judgement)


def record(comparison: Comparison) -> dict[str, Any]:
    """The comparison for JSON."""
    return {
        "only_ours": list(comparison.only_ours),
        "only_theirs": list(comparison.only_theirs),
        "fault": comparison.fault,
    }


def lines(comparison: Comparison) -> list[str]:
    """The comparison for people: one line where both agree."""
    if comparison.fault:
        said = spoken("de officielle filer kunne ikke køre", "the official files could not run")
        return [f"  ? {said}: {comparison.fault}"]
    found = [
        (comparison.only_ours, spoken("kun Gevinst finder", "only Gevinst finds")),
        (
            comparison.only_theirs,
            spoken("kun de officielle filer finder", "only the official files find"),
        ),
    ]
    differences = [f"  ≠ {said}: {', '.join(rules)}" for rules, said in found if rules]
    return differences or [
        spoken("  = de officielle filer finder det samme", "  = the official files find the same")
    ]
