"""`gevinst rules`: a rule book checked, explained, and written as SQL, with no database."""

from __future__ import annotations

import json
import sys
from datetime import date
from typing import TYPE_CHECKING

import click

from gevinst.cli.language import spoken
from gevinst.cli.pairs import pairs

if TYPE_CHECKING:
    from gevinst.cli.rules_folder import RulesFolder
    from gevinst.engines.control import Rule, RuleBook

BLOCK = "invoice_control"
of_block = click.option(
    "--block", "block", default=BLOCK, show_default=True, metavar="BLOCK|DIR", help="Whose rules."
)
of_version = click.option("--version", help="Default: the one in force today, else the latest.")


@click.group()
def command() -> None:
    """Check, read and export the rules of a building block."""


@command.command()
@click.argument("target", metavar="DIR|BLOCK")
@of_block
@click.option("--json", "as_json", is_flag=True, help="One JSON object.")
def check(target: str, block: str, *, as_json: bool) -> None:
    """Load the rules in DIR (or of BLOCK), run their examples, and say what is wrong, and where.

    DIR is a block's folder or a folder of YAML files; one without a manifest of its own is checked against
    that of --block.

    Exit status: 0 the rules can be used, 1 they cannot, 2 there is no such folder or block.
    """
    from gevinst.cli.rules_output import check_json, check_lines
    from gevinst.engines.control.checkup import checkup

    found = _folder(target, block)
    result = checkup(found.rules, found.manifest)
    click.echo(_json(check_json(result)) if as_json else check_lines(result))
    sys.exit(0 if result.sound else 1)


@command.command()
@click.argument("rule_id", metavar="ID")
@of_block
@of_version
@click.option("--json", "as_json", is_flag=True, help="One JSON object.")
def explain(rule_id: str, block: str, version: str | None, *, as_json: bool) -> None:
    """Say in words what rule ID controls, what it looks up, when it says what, and with which examples."""
    from gevinst.cli.rules_output import explain_json, explain_lines
    from gevinst.engines.control.explain import explain as explained
    from gevinst.engines.control.trial import try_examples

    found = _folder(block, block)
    book = _book(found)
    rule = _rule(book, rule_id, version)
    told = explained(rule, book, found.manifest, try_examples(book, [rule]))
    click.echo(_json(explain_json(told)) if as_json else explain_lines(told))


@command.command()
@click.argument("rule_id", metavar="ID")
@of_block
@of_version
@click.option("--dialect", type=click.Choice(["duckdb", "postgres", "spark"]), default="duckdb")
@click.option("--parameter", "given", multiple=True, metavar="NAME=VALUE")
def sql(
    rule_id: str, block: str, version: str | None, dialect: str, given: tuple[str, ...]
) -> None:
    """Print rule ID as one SELECT that an auditor can run on the tables alone, without Gevinst."""
    from gevinst.engines.blockkit.parameters import typed
    from gevinst.engines.control.audit import DialectFault, audit_sql

    found = _folder(block, block)
    book = _book(found)
    rule = _rule(book, rule_id, version)
    try:
        parameters = typed(found.manifest, pairs(given))
        click.echo(audit_sql(book, rule, parameters, dialect), nl=False)
    except (DialectFault, ValueError) as fault:
        raise click.UsageError(str(fault)) from fault


def _folder(target: str, block: str) -> RulesFolder:
    from gevinst.cli.rules_folder import rules_folder

    try:
        return rules_folder(target, block)
    except (LookupError, ValueError) as fault:
        said = spoken(
            f"{target} er hverken en byggeblok eller en mappe med regler",
            f"{target} is neither a building block nor a folder of rules",
        )
        raise click.UsageError(said) from fault


def _book(found: RulesFolder) -> RuleBook:
    from gevinst.engines.control import RuleFault
    from gevinst.engines.control.checkup import load_for

    try:
        return load_for(found.rules, found.manifest)
    except RuleFault as fault:
        raise click.UsageError(str(fault)) from fault


def _rule(book: RuleBook, rule_id: str, version: str | None) -> Rule:
    versions = book.versions(rule_id)
    if not versions:
        known = ", ".join(dict.fromkeys(rule.id for rule in book.rules))
        raise click.UsageError(
            spoken(
                f"Ingen regel {rule_id}; der er {known}", f"No rule {rule_id}; there are {known}"
            )
        )
    today = date.today()  # noqa: DTZ011  (the user's own day)
    chosen = [rule for rule in versions if rule.version == version]
    if version is None:
        chosen = [rule for rule in versions if rule.in_force(today)] or [versions[-1]]
    if not chosen:
        known = ", ".join(rule.version for rule in versions)
        raise click.UsageError(
            spoken(f"{rule_id} har version {known}", f"{rule_id} has the versions {known}")
        )
    return chosen[0]


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2)
